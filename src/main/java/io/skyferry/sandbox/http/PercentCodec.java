package io.skyferry.sandbox.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decodes percent-encoded UTF-8. A {@code %} without two hexadecimal digits stands for itself. */
public final class PercentCodec {
    private PercentCodec() {}

    /** Decodes a piece of a path, where {@code +} is a plus sign. */
    public static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int value = bytes[i] == '%' && i + 2 < bytes.length ? hex(bytes[i + 1], bytes[i + 2]) : -1;
            out.write(value < 0 ? bytes[i] : value);
            i += value < 0 ? 0 : 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Decodes a query or a form body, where {@code +} is a space; the order of names and values is kept. */
    public static Map<String, List<String>> decodeForm(String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return values;
        }
        for (String pair : raw.split("&")) {
            String[] halves = pair.replace('+', ' ').split("=", 2);
            values.computeIfAbsent(decode(halves[0]), name -> new ArrayList<>())
                    .add(halves.length > 1 ? decode(halves[1]) : "");
        }
        return values;
    }

    private static int hex(byte high, byte low) {
        int h = Character.digit(high, 16);
        int l = Character.digit(low, 16);
        return h < 0 || l < 0 ? -1 : h * 16 + l;
    }
}
