package io.skyferry.transfer.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A request as it came over the wire; header names in lower case. */
public record ReceivedRequest(String method, String target, Map<String, String> headers, byte[] body) {
    static ReceivedRequest read(InputStream in, boolean withBody) throws IOException {
        List<String> head = head(in);
        if (head.isEmpty()) {
            return null;
        }
        String[] first = head.get(0).split(" ");
        Map<String, String> headers = new TreeMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        byte[] body = withBody ? in.readNBytes(length) : new byte[0];
        return withBody && body.length < length ? null : new ReceivedRequest(first[0], first[1], headers, body);
    }

    private static List<String> head(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int value = in.read();
        while (value >= 0) {
            if (value == '\n') {
                String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
                if (text.isEmpty()) {
                    return lines;
                }
                lines.add(text);
                line.reset();
            } else {
                line.write(value);
            }
            value = in.read();
        }
        return List.of();
    }

    public String header(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    /** Each byte one character, so that positions and bytes can be compared. */
    public String bodyAsLatin1() {
        return new String(body, StandardCharsets.ISO_8859_1);
    }
}
