package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import java.util.Map;

/** The HTML pages of the sign-in. */
final class Pages {
    private Pages() {}

    static Answer signIn(String tenant, String error) {
        return page(
                "Sign in",
                (error.isEmpty() ? "" : "<p role=\"alert\">" + escape(error) + "</p>")
                        + "<p>Tenant: " + escape(tenant) + "</p>"
                        + "<form method=\"post\" action=\"/v3/oauth2/login\">"
                        + "<p><label>Username <input name=\"username\" autocomplete=\"username\" required></label></p>"
                        + "<p><label>Password <input name=\"password\" type=\"password\""
                        + " autocomplete=\"current-password\" required></label></p>"
                        + "<p><button type=\"submit\">Sign in</button></p></form>");
    }

    static Answer consent(String username, String client, Map<String, String> hidden) {
        StringBuilder fields = new StringBuilder();
        hidden.forEach((name, value) -> fields.append("<input type=\"hidden\" name=\"")
                .append(escape(name))
                .append("\" value=\"")
                .append(escape(value))
                .append("\">"));
        return page(
                "Authorize application",
                "<p>" + escape(username) + ", allow <strong>" + escape(client) + "</strong> to act for you?</p>"
                        + "<form method=\"post\" action=\"/v3/oauth2/authorize\">" + fields
                        + "<button type=\"submit\" name=\"approve\" value=\"Approve\">Approve</button> "
                        + "<button type=\"submit\" name=\"deny\" value=\"Deny\">Deny</button></form>");
    }

    static Answer device(String message) {
        return page(
                "Connect a device",
                (message.isEmpty() ? "" : "<p role=\"status\">" + escape(message) + "</p>")
                        + "<form method=\"post\" action=\"/v3/oauth2/device\">"
                        + "<p><label>Code <input name=\"user_code\" required></label></p>"
                        + "<p><button type=\"submit\">Connect</button></p></form>");
    }

    private static Answer page(String title, String body) {
        return Answer.text(
                200,
                "text/html; charset=utf-8",
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                        + "</title></head><body><main><h1>" + title + "</h1>" + body + "</main></body></html>\n");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
