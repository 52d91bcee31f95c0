package io.skyferry.notice.choice;

import io.skyferry.notice.ledger.MailStore;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives a user an address, once he has shown that it is his. How many mails strangers can be sent that way is limited,
 * for each user and for each address. Thread-safe.
 */
public final class Addresses {
    static final Duration LINK_LIFE = Duration.ofDays(2);
    private static final int MOST_A_DAY = 5;

    private final ChoiceStore choices;
    private final MailStore mails;
    private final MailLinks links;
    private final Supplier<String> messageIds;
    private final Clock clock;

    public Addresses(ChoiceStore choices, MailStore mails, MailLinks links, Supplier<String> messageIds, Clock clock) {
        this.choices = choices;
        this.mails = mails;
        this.links = links;
        this.messageIds = messageIds;
        this.clock = clock;
    }

    /**
     * Takes the address, and mails the link that confirms it; does nothing when it is confirmed already.
     *
     * @throws Failure TOO_MANY_ATTEMPTS
     */
    public void give(Owner owner, String given) {
        String address = given.toLowerCase(Locale.ROOT);
        Choice before = choices.get(owner);
        if (before.confirmed() && before.address().equals(Optional.of(address))) {
            return;
        }
        ask(owner, address);
    }

    /**
     * Mails the link once more.
     *
     * @throws Failure CONFLICT when there is nothing to confirm, TOO_MANY_ATTEMPTS
     */
    public void askAgain(Owner owner) {
        Choice choice = choices.get(owner);
        String address = choice.address()
                .filter(there -> !choice.confirmed())
                .orElseThrow(() -> new Failure(ErrorCode.CONFLICT, "There is no address that waits to be confirmed."));
        ask(owner, address);
    }

    private void ask(Owner owner, String address) {
        Instant now = clock.instant();
        if (mails.countConfirmations(owner, address, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new Failure(
                    ErrorCode.TOO_MANY_ATTEMPTS,
                    "So many confirmations were mailed that no more are today.",
                    null,
                    Duration.ofHours(12));
        }
        Optional<Instant> until = Optional.of(now.plus(LINK_LIFE).truncatedTo(ChronoUnit.SECONDS));
        choices.change(owner, choice -> choice.withAddress(Optional.of(address), until));
        mails.addConfirmation(owner, address, messageIds.get());
    }

    public void forget(Owner owner) {
        choices.change(owner, choice -> choice.withAddress(Optional.empty(), Optional.empty()));
    }

    /** @return whose address it was; empty when the token is not ours, was used, or is too old */
    public Optional<Owner> confirm(String token) {
        Optional<Owner> owner = links.findConfirm(token);
        owner.ifPresent(whose -> choices.change(whose, Choice::asConfirmed));
        return owner;
    }

    /** @return whose mail is off now; empty when the token is not ours */
    public Optional<Owner> turnOff(String token) {
        Optional<Owner> owner = links.findOff(token);
        owner.ifPresent(whose -> choices.change(whose, choice -> choice.withMail(false)));
        return owner;
    }
}
