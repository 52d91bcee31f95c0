package io.skyferry.notice.ledger;

import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where notices live. Every method is atomic; implementations are thread-safe. */
public interface NoticeStore {

    /**
     * How far the feed of changes was read.
     *
     * @param changeId the last change that was dealt with
     * @param unchanged projects whose last sync found nothing to do
     */
    record Reading(long changeId, Set<Long> unchanged) {}

    Reading reading();

    /**
     * Keeps what the changes between two places mean, and remembers how far that was.
     *
     * @return false when somebody else did so meanwhile; then nothing was kept
     */
    boolean advance(Reading from, Reading to, List<NewNotice> notices);

    /** Keeps one that is from no change. */
    void add(NewNotice notice);

    /** Ids of what is to be posted to web hooks now, oldest first. */
    List<NoticeToSend> listDue(int limit);

    /** Books an attempt; empty when it is not due any more. */
    Optional<NoticeToSend> begin(long id);

    void succeeded(long id);

    void failed(long id, String error, boolean forGood);

    void drop(long id);

    /** Everything for the owner's web hook that still waits. */
    void dropWebhookOf(Owner owner);

    /** The owner's mails and posts, newest first. */
    List<KeptNotice> listOf(Owner owner, long before, int limit);

    /** Posts to the installation's web hook, newest first. */
    List<KeptNotice> listOfInstallation(long before, int limit);

    /** Forgets what was over before then. */
    int purge(Instant before);
}
