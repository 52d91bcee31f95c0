package io.skyferry.sandbox.tapis.files;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.tapis.wire.JavaEnvelope;

/**
 * The two private headers of a download, each null when absent.
 *
 * @param range offset and count of the bytes wanted; a count smaller than the offset is refused, and so is the
 *     standard {@code Range: bytes=…}, which arrives under the same name: both with status 500
 * @param page number of a page of text, from 1
 */
record ContentHeaders(long[] range, Long page) {
    static ContentHeaders of(Request request) {
        return new ContentHeaders(
                request.header("range").map(ContentHeaders::range).orElse(null),
                request.header("more").map(ContentHeaders::page).orElse(null));
    }

    private static long[] range(String text) {
        String[] pieces = text.split(",");
        try {
            long[] range = {Long.parseLong(pieces[0].strip()), Long.parseLong(pieces[1].strip())};
            if (pieces.length == 2 && range[0] <= range[1]) {
                return range;
            }
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException malformed) {
            // Answered below, like a range that is out of order.
        }
        throw JavaEnvelope.error(500, "HTTP 400 Bad Request");
    }

    private static Long page(String text) {
        try {
            long page = Long.parseLong(text.strip());
            if (page >= 1) {
                return page;
            }
        } catch (NumberFormatException malformed) {
            throw JavaEnvelope.error(500, "HTTP 400 Bad Request");
        }
        throw JavaEnvelope.invalid("getContents.arg4: must be greater than or equal to 1");
    }
}
