package io.skyferry.notice.rest;

import io.skyferry.notice.ledger.Delivery;
import io.skyferry.notice.ledger.KeptNotice;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * @param id without the prefix that a post's {@code webhook-id} has
 * @param state WAITING, SENT, GIVEN_UP or DROPPED
 * @param lastError null when the last attempt went well, or there was none
 * @param nextAttemptAt null when it is over
 * @param endedAt null when it is not
 */
public record DeliveryView(
        long id,
        String channel,
        String occasion,
        Long projectId,
        String flightName,
        String happenedAt,
        String state,
        int attempts,
        String lastError,
        String nextAttemptAt,
        String endedAt) {

    static DeliveryView of(KeptNotice notice) {
        Delivery delivery = notice.delivery();
        return new DeliveryView(
                notice.id(),
                notice.channel().wireName(),
                notice.news().occasion().wireName(),
                notice.news().projectId().orElse(null),
                notice.news().findText("flight_name").orElse(null),
                text(notice.news().at()),
                delivery.state().name(),
                delivery.attempts(),
                delivery.lastError().orElse(null),
                text(delivery.nextAt()),
                text(delivery.doneAt()));
    }

    private static String text(Optional<Instant> at) {
        return at.map(DeliveryView::text).orElse(null);
    }

    private static String text(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
