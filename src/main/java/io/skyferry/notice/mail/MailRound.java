package io.skyferry.notice.mail;

import io.skyferry.notice.choice.Choice;
import io.skyferry.notice.choice.MailLinks;
import io.skyferry.notice.choice.Wishes;
import io.skyferry.notice.ledger.MailKind;
import io.skyferry.notice.ledger.MailStore;
import io.skyferry.notice.ledger.MailToSend;
import io.skyferry.notice.ledger.SendOutcome;
import io.skyferry.platform.config.NoticeSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what has waited long enough into mails, and sends what is due. One round at a time on each server. */
public final class MailRound {
    private static final int MOST_MAILS = 50;

    private final MailStore mails;
    private final Wishes wishes;
    private final MailLinks links;
    private final Optional<Postman> postman;
    private final Supplier<String> messageIds;

    MailRound(MailStore mails, Wishes wishes, MailLinks links, Optional<Postman> postman, Supplier<String> messageIds) {
        this.mails = mails;
        this.wishes = wishes;
        this.links = links;
        this.postman = postman;
        this.messageIds = messageIds;
    }

    /** @param messageIds makes a new message id, in angle brackets */
    public static MailRound of(
            NoticeSettings settings,
            MailStore mails,
            Wishes wishes,
            MailLinks links,
            Supplier<String> messageIds,
            Clock clock) {
        Optional<Postman> postman = settings.mail().map(mail -> new SmtpPostman(mail, clock));
        return new MailRound(mails, wishes, links, postman, messageIds);
    }

    /** Does nothing where no mail is sent; what was collected before waits. */
    public void run() {
        postman.ifPresent(this::run);
    }

    private void run(Postman with) {
        mails.listOwnersToTell()
                .forEach(owner -> mails.collect(owner, wishes.choice(owner).mailbox(), messageIds.get()));
        for (long id : mails.listDue(MOST_MAILS)) {
            Optional<SendOutcome> outcome = mails.begin(id).flatMap(mail -> sent(mail, with));
            // one that could not be sent is enough to know that the server is away
            if (outcome.filter(how -> how.error().isPresent() && !how.forGood()).isPresent()) {
                return;
            }
        }
    }

    private Optional<SendOutcome> sent(MailToSend mail, Postman with) {
        Optional<OutgoingMail> outgoing = mail.kind() == MailKind.CONFIRM ? confirmation(mail) : digest(mail);
        if (outgoing.isEmpty()) {
            mails.drop(mail.id());
            return Optional.empty();
        }
        SendOutcome outcome = with.send(outgoing.get());
        outcome.error()
                .ifPresentOrElse(
                        error -> mails.failed(mail.id(), error, outcome.forGood()), () -> mails.succeeded(mail.id()));
        return Optional.of(outcome);
    }

    /** Empty when it was confirmed, or another address was given, meanwhile. */
    private Optional<OutgoingMail> confirmation(MailToSend mail) {
        return links.confirm(mail.owner(), mail.address())
                .map(link -> new OutgoingMail(
                        mail.address(),
                        mail.messageId(),
                        Confirmation.of(mail.owner(), links.page(""), link),
                        Optional.empty()));
    }

    /** Empty when he turned mail off, or gave another address, meanwhile. */
    private Optional<OutgoingMail> digest(MailToSend mail) {
        Choice choice = wishes.choice(mail.owner());
        return choice.mailbox().filter(mail.address()::equals).map(address -> {
            String off = links.off(mail.owner(), address);
            return new OutgoingMail(
                    address, mail.messageId(), new Digest(mail.news(), links.page(""), off).text(), Optional.of(off));
        });
    }
}
