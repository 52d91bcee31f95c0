package io.skyferry.access.rest;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The page on which a sign-in that failed ends: what happened, its code, a way on. Needs no script. */
final class ErrorPage {
    private static final String STYLE = "body{font:1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;"
            + "padding:0 1rem;color:#1b1b1b;background:#fff}code{background:#eee;padding:.1em .3em}a{color:#0b57a4}";
    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'sha256-"
                    + digest(STYLE) + "'";

    private ErrorPage() {}

    /** @param again where the sign-in may be tried once more */
    static Response.ResponseBuilder of(Failure failure, String again, String trace) {
        ErrorCode code = failure.code();
        String page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escaped(code.title())
                + " - Skyferry</title><style>" + STYLE + "</style></head><body><main><h1>" + escaped(code.title())
                + "</h1><p>" + escaped(failure.detail()) + "</p><p>" + escaped(code.hint()) + "</p><p><a href=\""
                + escaped(again) + "\">Try again</a></p><p><small>Code <code>" + code + "</code>, reference <code>"
                + escaped(trace) + "</code></small></p></main></body></html>\n";
        // bytes: the platform would escape a text once more
        return Response.status(code.status())
                .type("text/html;charset=UTF-8")
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .entity(page.getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String digest(String style) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
