package io.skyferry.project.browse;

import io.skyferry.flight.Flight;
import io.skyferry.platform.rest.Cursor;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Query;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** By what flights are sorted. Flights that stand in the same place are in the order of their ids. */
enum FlightOrder {
    NAME("name", Flight::name, text -> text),
    CHANGED_AT("changedAt", Flight::changedAt, Instant::parse),
    FIRST_SEEN("firstSeen", Flight::firstSeen, Instant::parse),
    IMAGE_COUNT("imageCount", Flight::imageCount, Integer::valueOf),
    BYTES("totalBytes", Flight::totalBytes, Long::valueOf);

    private final String attribute;
    private final Function<Flight, Object> place;
    private final Function<String, Object> parser;

    FlightOrder(String attribute, Function<Flight, Object> place, Function<String, Object> parser) {
        this.attribute = attribute;
        this.place = place;
        this.parser = parser;
    }

    /** An order and whether it is turned round. */
    record Sort(FlightOrder by, boolean down) {
        static Sort of(String given) {
            Optional<String> text = Query.text("sort", given);
            boolean down = text.filter(asked -> asked.startsWith("-")).isPresent();
            String name = text.map(asked -> down ? asked.substring(1) : asked).orElse("name");
            return Arrays.stream(values())
                    .filter(order ->
                            order.name().toLowerCase(java.util.Locale.ROOT).equals(name))
                    .findFirst()
                    .map(order -> new Sort(order, down))
                    .orElseThrow(() -> Fields.invalid(
                            "sort",
                            "must be name, changed_at, first_seen, image_count or bytes, or one of them after -"));
        }

        private String text() {
            return (down ? "-" : "") + by.attribute;
        }

        Optional<Cursor> cursor(String after) {
            return Cursor.of(after, text());
        }

        String next(Flight last) {
            return new Cursor(text(), by.place.apply(last).toString(), last.id()).text();
        }

        /** @throws io.skyferry.platform.failure.Failure INVALID_REQUEST when somebody made the cursor up */
        Object place(Cursor cursor) {
            try {
                return by.parser.apply(cursor.place());
            } catch (RuntimeException e) {
                throw Fields.invalid("after", "must be the 'next' of an earlier answer");
            }
        }

        /** Written so that an index over the attribute and the id leads straight to the place. */
        String after() {
            String further = down ? "<" : ">";
            return " and f.%1$s %2$s= :place and (f.%1$s %2$s :place or f.id %2$s :id)"
                    .formatted(by.attribute, further);
        }

        String orderBy() {
            String direction = down ? " desc" : " asc";
            return " order by f." + by.attribute + direction + ", f.id" + direction;
        }
    }
}
