package io.skyferry.notice.ledger;

import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Notices in the ledger. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerNotices implements NoticeStore {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    protected LedgerNotices() {}

    public LedgerNotices(EntityManager ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Reading reading() {
        Set<Long> unchanged = ledger.createQuery("select u.projectId from UnchangedRow u", Long.class)
                .getResultStream()
                .collect(Collectors.toSet());
        return new Reading(ledger.find(CursorRow.class, CursorRow.ONLY).changeId(), unchanged);
    }

    @Override
    public boolean advance(Reading from, Reading to, List<NewNotice> notices) {
        CursorRow cursor = ledger.find(CursorRow.class, CursorRow.ONLY);
        ledger.refresh(cursor, LockModeType.PESSIMISTIC_WRITE);
        if (cursor.changeId() != from.changeId()) {
            return false;
        }
        cursor.moveTo(to.changeId());
        notices.forEach(this::add);
        to.unchanged().stream()
                .filter(project -> !from.unchanged().contains(project))
                .forEach(project -> ledger.persist(new UnchangedRow(project)));
        from.unchanged().stream()
                .filter(project -> !to.unchanged().contains(project))
                .map(project -> ledger.find(UnchangedRow.class, project))
                .filter(Objects::nonNull)
                .forEach(ledger::remove);
        return true;
    }

    @Override
    public void add(NewNotice notice) {
        ledger.persist(new NoticeRow(notice, clock.instant()));
    }

    @Override
    public List<NoticeToSend> listDue(int limit) {
        return ledger.createQuery("""
                        select n from NoticeRow n where n.channel <> :mail and n.delivery.state = :waiting
                          and n.delivery.nextAt <= :now order by n.delivery.nextAt, n.id""", NoticeRow.class)
                .setParameter("mail", Channel.MAIL)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultStream()
                .map(LedgerNotices::toSend)
                .toList();
    }

    @Override
    public Optional<NoticeToSend> begin(long id) {
        return locked(id).filter(row -> row.delivery().begin(clock.instant())).map(LedgerNotices::toSend);
    }

    private static NoticeToSend toSend(NoticeRow row) {
        return new NoticeToSend(row.id(), row.channel(), row.owner(), row.news());
    }

    @Override
    public void succeeded(long id) {
        change(id, delivery -> delivery.succeeded(clock.instant()));
    }

    @Override
    public void failed(long id, String error, boolean forGood) {
        change(id, delivery -> delivery.failed(error, forGood, clock.instant()));
    }

    @Override
    public void drop(long id) {
        change(id, delivery -> delivery.drop(clock.instant()));
    }

    private void change(long id, Consumer<Delivery> change) {
        locked(id).map(NoticeRow::delivery).ifPresent(change);
    }

    private Optional<NoticeRow> locked(long id) {
        return Optional.ofNullable(ledger.find(NoticeRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void dropWebhookOf(Owner owner) {
        ledger.createQuery("""
                        select n from NoticeRow n where n.owner = :owner and n.channel = :channel
                          and n.delivery.state = :waiting""", NoticeRow.class)
                .setParameter("owner", owner.toString())
                .setParameter("channel", Channel.WEBHOOK)
                .setParameter("waiting", DeliveryState.WAITING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(row -> row.delivery().drop(clock.instant()));
    }

    @Override
    public List<KeptNotice> listOf(Owner owner, long before, int limit) {
        return page("n.owner = :owner and n.channel <> :installation", before, limit)
                .setParameter("owner", owner.toString())
                .setParameter("installation", Channel.INSTALLATION)
                .getResultStream()
                .map(LedgerNotices::kept)
                .toList();
    }

    @Override
    public List<KeptNotice> listOfInstallation(long before, int limit) {
        return page("n.channel = :installation", before, limit)
                .setParameter("installation", Channel.INSTALLATION)
                .getResultStream()
                .map(LedgerNotices::kept)
                .toList();
    }

    private TypedQuery<NoticeRow> page(String which, long before, int limit) {
        return ledger.createQuery(
                        "select n from NoticeRow n where " + which + " and n.id < :before order by n.id desc",
                        NoticeRow.class)
                .setParameter("before", before)
                .setMaxResults(limit);
    }

    private static KeptNotice kept(NoticeRow row) {
        return new KeptNotice(row.id(), row.channel(), row.news(), row.delivery());
    }

    @Override
    public int purge(Instant before) {
        int notices = ledger.createQuery("delete from NoticeRow n where n.delivery.doneAt < :before")
                .setParameter("before", before)
                .executeUpdate();
        ledger.createQuery("""
                        delete from MailRow m where m.delivery.doneAt < :before
                          and not exists (select n.id from NoticeRow n where n.mailId = m.id)""").setParameter("before", before).executeUpdate();
        return notices;
    }
}
