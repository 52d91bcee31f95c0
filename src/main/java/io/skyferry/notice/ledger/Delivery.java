package io.skyferry.notice.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The attempts at one delivery: made again, ever less often, for a day. */
@Embeddable
public class Delivery {
    /** What is not through by then is given up. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** The first wait is longer than any attempt takes: nobody else begins one meanwhile. */
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));

    private static final int LONGEST_ERROR = 200;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10, columnDefinition = "varchar(10)")
    private DeliveryState state;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "next_at", nullable = false)
    private Instant nextAt;

    @Column(name = "last_error", length = LONGEST_ERROR)
    private String lastError;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "done_at")
    private Instant doneAt;

    protected Delivery() {}

    Delivery(Instant now, Instant firstAttempt) {
        state = DeliveryState.WAITING;
        createdAt = now;
        nextAt = firstAttempt;
    }

    private boolean isWaiting() {
        return state == DeliveryState.WAITING;
    }

    /**
     * Books an attempt and the one after it, unless it is not due, or was tried long enough: the last attempt may have
     * ended with its server.
     */
    boolean begin(Instant now) {
        if (!isWaiting() || nextAt.isAfter(now)) {
            return false;
        }
        if (attempts > 0 && now.isAfter(createdAt.plus(LONGEST))) {
            end(DeliveryState.GIVEN_UP, now);
            return false;
        }
        nextAt = now.plus(WAITS.get(Math.min(attempts, WAITS.size() - 1)));
        attempts++;
        lastError = "The attempt has no answer yet.";
        return true;
    }

    /** Shares the fate of the mail that it is in. */
    void follow(Delivery mail) {
        state = mail.state;
        attempts = mail.attempts;
        nextAt = mail.nextAt;
        lastError = mail.lastError;
        doneAt = mail.doneAt;
    }

    void succeeded(Instant now) {
        end(DeliveryState.SENT, now);
        lastError = null;
    }

    /** @param error for people, without any secret */
    void failed(String error, boolean forGood, Instant now) {
        lastError = error.substring(0, Math.min(error.length(), LONGEST_ERROR));
        if (forGood || nextAt.isAfter(createdAt.plus(LONGEST))) {
            end(DeliveryState.GIVEN_UP, now);
        }
    }

    void drop(Instant now) {
        lastError = null;
        end(DeliveryState.DROPPED, now);
    }

    private void end(DeliveryState how, Instant now) {
        if (isWaiting()) {
            state = how;
            doneAt = now;
        }
    }

    public DeliveryState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<String> lastError() {
        return Optional.ofNullable(lastError);
    }

    /** When it is tried next; empty when it is over. */
    public Optional<Instant> nextAt() {
        return isWaiting() ? Optional.of(nextAt) : Optional.empty();
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Optional<Instant> doneAt() {
        return Optional.ofNullable(doneAt);
    }
}
