package io.skyferry.notice.ledger;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where mails live. Every method is atomic; implementations are thread-safe. */
public interface MailStore {

    /** For whom collecting has ended. */
    List<Owner> listOwnersToTell();

    /** Makes one mail of all notices that wait for the owner; drops them when there is no address. */
    void collect(Owner owner, Optional<String> address, String messageId);

    void addConfirmation(Owner owner, String address, String messageId);

    /** How many confirmations the owner asked for, or the address was sent, since then; the larger number. */
    long countConfirmations(Owner owner, String address, Instant since);

    /** Ids of what is to be sent now, oldest first. */
    List<Long> listDue(int limit);

    /** Books an attempt; empty when it is not due any more. */
    Optional<MailToSend> begin(long id);

    void succeeded(long id);

    void failed(long id, String error, boolean forGood);

    void drop(long id);
}
