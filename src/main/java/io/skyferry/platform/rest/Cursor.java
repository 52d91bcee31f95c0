package io.skyferry.platform.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Where a page ends: the last row's place in the order, and its id for rows that stand in the same place. Travels as
 * text that means nothing to whoever carries it.
 *
 * @param order by what was sorted; a cursor of one order means nothing in another
 */
public record Cursor(String order, String place, long id) {
    private static final String BETWEEN = "\0";

    public String text() {
        String all = order + BETWEEN + place + BETWEEN + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param after as it came with the request; null or empty for the first page
     * @throws io.skyferry.platform.failure.Failure INVALID_REQUEST when it is none of this order
     */
    public static Optional<Cursor> of(String after, String order) {
        if (after == null || after.isEmpty()) {
            return Optional.empty();
        }
        try {
            String all = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            String[] parts = all.split(BETWEEN, -1);
            if (parts.length == 3 && parts[0].equals(order)) {
                return Optional.of(new Cursor(order, parts[1], Long.parseLong(parts[2])));
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one message
        }
        throw Fields.invalid("after", "must be the 'next' of an earlier answer to the same question");
    }
}
