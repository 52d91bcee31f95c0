package io.skyferry.notice.rest;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page behind a mail's link. Needs no script; its button posts to the address that it was read from. */
final class LinkPage {
    private static final String STYLE = "body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;"
            + "padding:0 1rem;color:#1b1b1b;background:#fff}button{font:inherit;padding:.5em 1em}"
            + "@media(prefers-color-scheme:dark){body{color:#eee;background:#1b1b1b}}";
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; style-src 'sha256-"
                    + digest() + "'";

    private LinkPage() {}

    /** Asks before anything is changed. All texts are ours. */
    static Response asking(String title, String text, String button) {
        return page(200, title, text + "</p><form method=\"post\"><button>" + button + "</button></form><p>");
    }

    static Response saying(int status, String title, String text) {
        return page(status, title, text);
    }

    private static Response page(int status, String title, String html) {
        String page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title
                + " - Skyferry</title><style>" + STYLE + "</style></head><body><main><h1>" + title + "</h1><p>" + html
                + "</p></main></body></html>\n";
        // bytes: the platform would escape a text once more
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .entity(page.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
