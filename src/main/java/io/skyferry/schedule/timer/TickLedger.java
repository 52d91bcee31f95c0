package io.skyferry.schedule.timer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Optional;

/** The times of schedules, for all servers. Each method is one transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class TickLedger {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    /** For the container. */
    public TickLedger() {}

    /** With a ledger whose transactions are the caller's: outside of a container. */
    TickLedger(EntityManager ledger) {
        this.ledger = ledger;
    }

    /**
     * Keeps the plan if it is the same timetable's; otherwise plans anew. Fails with a broken unique key when another
     * server does so at the same time.
     *
     * @param next when nothing is planned yet
     * @return when it is planned for now
     */
    public Instant plan(String name, String timetable, Instant next) {
        ScheduleTick tick = ledger.find(ScheduleTick.class, name, LockModeType.PESSIMISTIC_WRITE);
        if (tick == null) {
            tick = new ScheduleTick(name);
            tick.planned(timetable, next);
            ledger.persist(tick);
        } else if (!tick.isPlannedBy(timetable)) {
            tick.planned(timetable, next);
        }
        return tick.nextAt();
    }

    public void forget(String name) {
        ledger.createQuery("delete from ScheduleTick t where t.name = ?1")
                .setParameter(1, name)
                .executeUpdate();
    }

    /** @return whether its time had come and this call, of all servers', is the one that acts on it */
    public boolean takeDue(String name, Instant now, Instant next) {
        return ledger.createQuery("""
                        update ScheduleTick t set t.lastAt = :now, t.nextAt = :next
                        where t.name = :name and t.nextAt <= :now""")
                        .setParameter("now", now)
                        .setParameter("next", next)
                        .setParameter("name", name)
                        .executeUpdate()
                == 1;
    }

    Optional<ScheduleTick> find(String name) {
        return Optional.ofNullable(ledger.find(ScheduleTick.class, name));
    }
}
