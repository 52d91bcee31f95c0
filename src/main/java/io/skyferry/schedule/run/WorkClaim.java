package io.skyferry.schedule.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who does a work now. Changed only by {@link WorkClaims}. */
@Entity
@Table(name = "work_claim")
public class WorkClaim {
    @Id
    @Column(length = 260)
    private String work;

    @Column(nullable = false)
    private long fence;

    @Column(length = 200)
    private String holder;

    @Column(name = "job_id")
    private Long job;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA only. */
    protected WorkClaim() {}

    WorkClaim(String work) {
        this.work = work;
    }

    long fence() {
        return fence;
    }

    Long job() {
        return job;
    }

    boolean isHeldAt(Instant now) {
        return expiresAt != null && expiresAt.isAfter(now);
    }
}
