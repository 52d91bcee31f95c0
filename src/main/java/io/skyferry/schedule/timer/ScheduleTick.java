package io.skyferry.schedule.timer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A schedule's next and last time. Changed only by {@link TickLedger}. */
@Entity
@Table(name = "schedule_tick")
class ScheduleTick {
    @Id
    @Column(length = 40)
    private String name;

    @Column(nullable = false, length = 40)
    private String timetable;

    @Column(name = "next_at", nullable = false)
    private Instant nextAt;

    @Column(name = "last_at")
    private Instant lastAt;

    /** For JPA only. */
    protected ScheduleTick() {}

    ScheduleTick(String name) {
        this.name = name;
    }

    void planned(String by, Instant next) {
        timetable = by;
        nextAt = next;
    }

    boolean isPlannedBy(String other) {
        return timetable.equals(other);
    }

    Instant nextAt() {
        return nextAt;
    }

    Optional<Instant> lastAt() {
        return Optional.ofNullable(lastAt);
    }
}
