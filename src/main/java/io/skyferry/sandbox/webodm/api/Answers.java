package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.webodm.world.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonValue;

/** Answers in WebODM's manner, headers included. */
final class Answers {
    private static final String HTML = "text/html; charset=utf-8";

    private final Flavour flavour;

    Answers(Flavour flavour) {
        this.flavour = flavour;
    }

    static Answer json(int status, JsonValue json) {
        return Answer.text(status, Answer.JSON, json.toString());
    }

    static Answer success() {
        return json(200, Json.createObjectBuilder().add("success", true).build());
    }

    static Answer html(int status, String title, String body) {
        return Answer.text(
                status,
                HTML,
                "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                        + " - WebODM sandbox</title></head><body>" + body + "</body></html>\n");
    }

    Answer refusal(Refusal refusal) {
        return refusal.findBody()
                .map(body -> json(refusal.status(), body))
                .orElseGet(() -> html(500, "500 Internal Server Error", "<h1>500 Internal Server Error</h1>"));
    }

    Answer notFoundPage() {
        return html(404, "404 Page Not Found", "<h1>404 Page Not Found</h1>");
    }

    /** An answer of the API. */
    Answer dress(Request request, String allow, Answer answer) {
        boolean page = HTML.equals(answer.headers().get("Content-Type"));
        if (page) {
            return dressPage(request, answer);
        }
        return dress(request, answer.header("Allow", allow), "Accept, Accept-Language, Cookie");
    }

    /** An answer from outside the API: pages and error pages. */
    Answer dressPage(Request request, Answer answer) {
        return dress(request, answer, "Accept-Language, Cookie");
    }

    private Answer dress(Request request, Answer answer, String vary) {
        boolean foreign = request.header("Origin").isPresent();
        Answer dressed = connection(answer)
                .header("Vary", foreign ? vary + ", Origin" : vary)
                .header("Content-Language", "en");
        return foreign ? openTo(request, dressed) : dressed;
    }

    /** The answer to a path without its trailing slash; the body of the request is lost. */
    Answer withSlash(Request request) {
        String query = request.rawQuery() == null ? "" : "?" + request.rawQuery();
        return connection(Answer.redirect(301, request.rawPath() + "/" + query).header("Content-Type", HTML));
    }

    /** Any web page may call the API from the browser. */
    Answer preflight(Request request) {
        return openTo(request, connection(Answer.empty(200)))
                .header("Content-Type", HTML)
                .header("Vary", "Origin")
                .header(
                        "Access-Control-Allow-Headers",
                        "accept, accept-encoding, authorization, content-type, dnt, origin, user-agent, x-csrftoken,"
                                + " x-requested-with")
                .header("Access-Control-Allow-Methods", "DELETE, GET, OPTIONS, PATCH, POST, PUT")
                .header("Access-Control-Max-Age", "86400");
    }

    private static Answer openTo(Request request, Answer answer) {
        return answer.header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Allow-Origin", request.header("Origin").orElse(""));
    }

    private Answer connection(Answer answer) {
        return answer.header("Server", flavour.server()).header("Connection", flavour.connection());
    }
}
