package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** A client's id and key: from HTTP Basic, or from the fields of a JSON body (a form's fields are not looked at). */
record Credentials(String id, String key) {
    static Optional<Credentials> of(Request request, Map<String, String> fields) {
        return basic(request)
                .or(() -> fields.containsKey("client_key")
                        ? Optional.of(new Credentials(fields.get("client_id"), fields.get("client_key")))
                        : Optional.empty());
    }

    private static Optional<Credentials> basic(Request request) {
        String header = request.header("Authorization").orElse("");
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            String[] halves = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return Optional.of(new Credentials(halves[0], halves.length > 1 ? halves[1] : ""));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "Credentials[" + id + "]";
    }
}
