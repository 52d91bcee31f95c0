package io.skyferry.notice.ledger;

import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Mails in the ledger. What becomes of a digest becomes of the notices in it. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerMails implements MailStore {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    protected LedgerMails() {}

    public LedgerMails(EntityManager ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public List<Owner> listOwnersToTell() {
        return ledger.createQuery("""
                        select distinct n.owner from NoticeRow n where n.channel = :mail and n.mailId is null
                          and n.delivery.state = :waiting and n.delivery.nextAt <= :now""", String.class)
                .setParameter("mail", Channel.MAIL)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(Owner::parse)
                .toList();
    }

    @Override
    public void collect(Owner owner, Optional<String> address, String messageId) {
        // the lock: of several servers, one finds them without a mail
        List<NoticeRow> waiting = ledger.createQuery("""
                        select n from NoticeRow n where n.owner = :owner and n.channel = :mail and n.mailId is null
                          and n.delivery.state = :waiting order by n.id""", NoticeRow.class)
                .setParameter("owner", owner.toString())
                .setParameter("mail", Channel.MAIL)
                .setParameter("waiting", DeliveryState.WAITING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (waiting.isEmpty()) {
            return;
        }
        if (address.isEmpty()) {
            waiting.forEach(row -> row.delivery().drop(clock.instant()));
            return;
        }
        MailRow mail = new MailRow(owner, address.get(), MailKind.DIGEST, messageId, clock.instant());
        ledger.persist(mail);
        waiting.forEach(row -> row.collectInto(mail.id()));
    }

    @Override
    public void addConfirmation(Owner owner, String address, String messageId) {
        ledger.persist(new MailRow(owner, address, MailKind.CONFIRM, messageId, clock.instant()));
    }

    @Override
    public long countConfirmations(Owner owner, String address, Instant since) {
        return Math.max(
                count("m.owner = :who", owner.toString(), since), count("lower(m.address) = :who", address, since));
    }

    private long count(String condition, String who, Instant since) {
        return ledger.createQuery(
                        "select count(m) from MailRow m where m.kind = :kind and m.delivery.createdAt > :since and "
                                + condition,
                        Long.class)
                .setParameter("kind", MailKind.CONFIRM)
                .setParameter("since", since)
                .setParameter("who", who)
                .getSingleResult();
    }

    @Override
    public List<Long> listDue(int limit) {
        return ledger.createQuery("""
                        select m.id from MailRow m where m.delivery.state = :waiting and m.delivery.nextAt <= :now
                        order by m.delivery.nextAt, m.id""", Long.class)
                .setParameter("waiting", DeliveryState.WAITING)
                .setParameter("now", clock.instant())
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Optional<MailToSend> begin(long id) {
        return change(id, delivery -> delivery.begin(clock.instant()))
                .map(row -> new MailToSend(
                        row.id(),
                        row.owner(),
                        row.address(),
                        row.kind(),
                        row.messageId(),
                        notices(id).stream().map(NoticeRow::news).toList()));
    }

    @Override
    public void succeeded(long id) {
        change(id, delivery -> {
            delivery.succeeded(clock.instant());
            return true;
        });
    }

    @Override
    public void failed(long id, String error, boolean forGood) {
        change(id, delivery -> {
            delivery.failed(error, forGood, clock.instant());
            return true;
        });
    }

    @Override
    public void drop(long id) {
        change(id, delivery -> {
            delivery.drop(clock.instant());
            return true;
        });
    }

    /** The row, if the change says so. */
    private Optional<MailRow> change(long id, Predicate<Delivery> change) {
        return locked(id).filter(row -> {
            boolean changed = change.test(row.delivery());
            notices(id).forEach(notice -> notice.delivery().follow(row.delivery()));
            return changed;
        });
    }

    private List<NoticeRow> notices(long mail) {
        return ledger.createQuery("select n from NoticeRow n where n.mailId = :mail order by n.id", NoticeRow.class)
                .setParameter("mail", mail)
                .getResultList();
    }

    private Optional<MailRow> locked(long id) {
        return Optional.ofNullable(ledger.find(MailRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }
}
