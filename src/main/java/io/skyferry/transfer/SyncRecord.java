package io.skyferry.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** One execution of the sync of a project: what was wished for, and how it ended. */
@Entity
@Table(name = "sync_record")
public class SyncRecord {
    @Id
    @Column(name = "job_id")
    private Long jobId;

    @Column(name = "project_id", nullable = false)
    private long projectId;

    @Column(name = "retry_refused", nullable = false)
    private boolean retryRefused;

    @Column(name = "process_without", nullable = false)
    private boolean processWithout;

    @Column(nullable = false)
    private boolean reprocess;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(length = 60)
    private String outcome;

    @Column(name = "bytes_moved")
    private Long bytesMoved;

    /** For JPA only. */
    protected SyncRecord() {}

    SyncRecord(long jobId, long projectId, SyncOptions options, Instant now) {
        this.jobId = jobId;
        this.projectId = projectId;
        this.retryRefused = options.retryRefused();
        this.processWithout = options.processWithout();
        this.reprocess = options.reprocess();
        this.startedAt = now;
    }

    /** @param bytes that came from Tapis, failed attempts included */
    void ended(String how, long bytes, Instant now) {
        outcome = how;
        bytesMoved = bytes;
        endedAt = now;
    }

    public long jobId() {
        return jobId;
    }

    public SyncOptions options() {
        return new SyncOptions(retryRefused, processWithout, reprocess);
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** Empty while it runs, and for ever when its server died. */
    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** The job's exit status. */
    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Long> bytesMoved() {
        return Optional.ofNullable(bytesMoved);
    }
}
