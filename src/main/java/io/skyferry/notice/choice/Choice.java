package io.skyferry.notice.choice;

import io.skyferry.notice.news.Occasion;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a user chose. Immutable.
 *
 * @param confirmed whether the address is proven to be his
 * @param confirmUntil until when the link of the last confirmation works; empty = there is none
 * @param mailOn false after he turned all mail off
 * @param occasions of which to tell, without those that the preferences decide
 * @param digestMinutes how long notices are collected; empty = as the installation has it
 */
public record Choice(
        Optional<String> address,
        boolean confirmed,
        Optional<Instant> confirmUntil,
        boolean mailOn,
        Set<Occasion> occasions,
        Optional<Integer> digestMinutes) {
    /** Those are kept among the preferences. */
    static final Set<Occasion> BY_PREFERENCES = EnumSet.of(Occasion.DISCOVERY_COMPLETE, Occasion.DISCOVERY_ERRORS);

    /** Everything else that happens by itself. */
    private static final Set<Occasion> ALL =
            EnumSet.complementOf(EnumSet.of(Occasion.DISCOVERY_COMPLETE, Occasion.DISCOVERY_ERRORS, Occasion.TEST));

    public static final Choice PRESET =
            new Choice(Optional.empty(), false, Optional.empty(), true, ALL, Optional.empty());

    public Choice {
        occasions = Set.copyOf(occasions);
    }

    /** Where news may go; empty while the address isn't confirmed, or mail is off. */
    public Optional<String> mailbox() {
        return mailOn && confirmed ? address : Optional.empty();
    }

    Choice withAddress(Optional<String> other, Optional<Instant> until) {
        return new Choice(other, false, until, mailOn, occasions, digestMinutes);
    }

    Choice asConfirmed() {
        return new Choice(address, true, Optional.empty(), true, occasions, digestMinutes);
    }

    Choice withMail(boolean on) {
        return new Choice(address, confirmed, confirmUntil, on, occasions, digestMinutes);
    }

    Choice about(Set<Occasion> wanted) {
        return new Choice(address, confirmed, confirmUntil, mailOn, wanted, digestMinutes);
    }

    Choice collecting(int minutes) {
        return new Choice(address, confirmed, confirmUntil, mailOn, occasions, Optional.of(minutes));
    }
}
