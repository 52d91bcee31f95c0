package io.skyferry.tapis;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses of files. Each path segment is percent-encoded as UTF-8, unreserved characters stay (RFC 3986). */
public final class TapisPath {
    private static final String UNRESERVED = "-._~";

    private TapisPath() {}

    /** Where the content of a file is read. */
    public static URI content(URI baseUrl, String systemId, String path) {
        return URI.create(baseUrl + "/v3/files/content/" + segment(systemId) + "/" + encoded(path));
    }

    /** Where one entry of a directory is listed: the smallest question that needs the storage host itself. */
    public static URI shortListing(URI baseUrl, String systemId, String path) {
        return URI.create(baseUrl + "/v3/files/ops/" + segment(systemId) + "/" + encoded(path) + "?limit=1");
    }

    /** The path with every segment encoded and slashes left between them. */
    static String encoded(String path) {
        return Arrays.stream(path.split("/")).map(TapisPath::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String segment) {
        StringBuilder encoded = new StringBuilder(segment.length() + 16);
        for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            boolean asciiAlphanumeric = c < 0x80 && Character.isLetterOrDigit(c);
            if (asciiAlphanumeric || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append(String.format("%%%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
