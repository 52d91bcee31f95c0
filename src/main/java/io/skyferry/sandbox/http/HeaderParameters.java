package io.skyferry.sandbox.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A header value with parameters, such as {@code form-data; name="a"; filename*=UTF-8''%C3%BC}. */
record HeaderParameters(String value, Map<String, String> parameters) {
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;]*))", Pattern.DOTALL);

    static HeaderParameters parse(String header) {
        int semicolon = header.indexOf(';');
        String value = semicolon < 0 ? header : header.substring(0, semicolon);
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String text = matcher.group(2) == null
                    ? matcher.group(3).strip()
                    : matcher.group(2).replaceAll("\\\\([\"\\\\])", "$1");
            parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), text);
        }
        return new HeaderParameters(value.strip(), parameters);
    }

    /** Finds one header in a block of header lines. */
    static Optional<HeaderParameters> line(String headers, String name) {
        for (String line : headers.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).strip().equalsIgnoreCase(name)) {
                return Optional.of(parse(line.substring(colon + 1)));
            }
        }
        return Optional.empty();
    }

    /** Header bytes as text: UTF-8, as browsers and most clients send names, or else Latin-1. */
    static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** An RFC 5987 parameter ({@code name*=UTF-8''percent-encoded}). */
    Optional<String> findExtended(String name) {
        return find(name + "*")
                .filter(text -> text.toUpperCase(Locale.ROOT).startsWith("UTF-8'"))
                .map(text -> PercentCodec.decode(text.substring(text.indexOf('\'', 6) + 1)));
    }
}
