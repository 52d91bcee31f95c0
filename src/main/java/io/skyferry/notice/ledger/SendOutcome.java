package io.skyferry.notice.ledger;

import java.util.Optional;

/**
 * How an attempt went.
 *
 * @param error for people, without any secret; empty = it arrived
 * @param forGood whether trying again is in vain
 */
public record SendOutcome(Optional<String> error, boolean forGood) {
    public static final SendOutcome SENT = new SendOutcome(Optional.empty(), false);

    public static SendOutcome failed(String error) {
        return new SendOutcome(Optional.of(error), false);
    }

    public static SendOutcome refused(String error) {
        return new SendOutcome(Optional.of(error), true);
    }
}
