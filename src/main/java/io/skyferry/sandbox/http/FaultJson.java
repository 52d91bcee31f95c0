package io.skyferry.sandbox.http;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a fault: {@code {"method", "path", "after", "times", "effect", …}}, where {@code effect} is one of
 * {@code status} (with {@code status, body, contentType, headers}), {@code short}, {@code abort}, {@code reset},
 * {@code abort-upload} (each with {@code fraction}), {@code lost-answer}, {@code extra-byte}, {@code html}, {@code silent}, {@code held},
 * {@code delay} (with {@code millis}). Without {@code times} it holds until cleared.
 */
final class FaultJson {
    private FaultJson() {}

    static Fault read(JsonObject json) {
        return Fault.on(json.getString("method", null), json.getString("path", ""), effect(json))
                .after(json.getInt("after", 0))
                .times(json.getInt("times", Fault.FOREVER));
    }

    private static FaultEffect effect(JsonObject json) {
        String effect = json.getString("effect");
        return switch (effect) {
            case "status" -> status(json);
            case "short" -> new FaultEffect.ShortBody(fraction(json));
            case "abort" -> new FaultEffect.Abort(fraction(json));
            case "reset" -> new FaultEffect.Reset(fraction(json));
            case "abort-upload" -> new FaultEffect.AbortUpload(fraction(json));
            case "lost-answer" -> new FaultEffect.LostAnswer();
            case "extra-byte" -> new FaultEffect.ExtraByte();
            case "html" -> new FaultEffect.Html();
            case "silent" -> new FaultEffect.Silent();
            case "held" -> new FaultEffect.Held();
            case "delay" -> new FaultEffect.Delay(json.getJsonNumber("millis").longValueExact());
            default -> throw new IllegalArgumentException("unknown effect: " + effect);
        };
    }

    private static FaultEffect status(JsonObject json) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (json.containsKey("headers")) {
            json.getJsonObject("headers").forEach((name, value) -> headers.put(name, ((JsonString) value).getString()));
        }
        return new FaultEffect.Status(
                json.getInt("status"),
                json.getString("contentType", "text/plain"),
                json.getString("body", ""),
                headers);
    }

    private static double fraction(JsonObject json) {
        double fraction =
                json.containsKey("fraction") ? json.getJsonNumber("fraction").doubleValue() : 0.5;
        if (fraction < 0 || fraction > 1) {
            throw new IllegalArgumentException("fraction must be between 0 and 1");
        }
        return fraction;
    }
}
