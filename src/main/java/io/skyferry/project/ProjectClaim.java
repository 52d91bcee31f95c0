package io.skyferry.project;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Who works on a project now. The row exists as long as the project does; it is changed only by {@link Claims}. */
@Entity
@Table(name = "sync_claim")
public class ProjectClaim {
    @Id
    @Column(name = "project_id")
    private Long projectId;

    @Column(nullable = false)
    private long fence;

    @Column(length = 200)
    private String holder;

    @Column(name = "execution_id")
    private Long executionId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** For JPA only. */
    protected ProjectClaim() {}

    ProjectClaim(Long projectId) {
        this.projectId = projectId;
    }

    long fence() {
        return fence;
    }

    /** The newest execution that worked on the project; null when there was none. */
    public Long executionId() {
        return executionId;
    }

    public boolean isHeldAt(Instant now) {
        return expiresAt != null && expiresAt.isAfter(now);
    }
}
