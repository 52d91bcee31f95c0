package io.skyferry.transfer;

import io.skyferry.project.Claims;
import io.skyferry.project.SyncProgress;
import io.skyferry.transfer.watch.RunMeter;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** How far the present or last sync of a project is. */
@Entity
@Table(name = "sync_progress")
public class ProgressRow {
    @Id
    @Column(name = "project_id")
    private Long projectId;

    @Column(nullable = false)
    private long fence;

    @Column(name = "execution_id", nullable = false)
    private long executionId;

    @Column(nullable = false, length = 200)
    private String node;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Column(nullable = false)
    private boolean ended;

    @Column(name = "bytes_downloaded", nullable = false)
    private long bytesDownloaded;

    @Column(name = "bytes_uploaded", nullable = false)
    private long bytesUploaded;

    @Column(name = "bytes_delivered", nullable = false)
    private long bytesDelivered;

    @Column(name = "images_delivered", nullable = false)
    private long imagesDelivered;

    @Column(name = "images_failed", nullable = false)
    private long imagesFailed;

    @Column(nullable = false)
    private long retries;

    @Column(name = "bytes_per_second", nullable = false)
    private long bytesPerSecond;

    @Column(name = "bytes_left", nullable = false)
    private long bytesLeft;

    @Column(name = "slow_side", length = 10)
    private String slowSide;

    @Column(name = "waiting_for", length = 300)
    private String waitingFor;

    @Column(name = "waiting_since")
    private Instant waitingSince;

    @Column(name = "last_error_code", length = 40)
    private String lastErrorCode;

    /** For JPA only. */
    protected ProgressRow() {}

    ProgressRow(long project) {
        this.projectId = project;
    }

    long fence() {
        return fence;
    }

    void write(SyncRun run, String onNode, SyncWait wait, boolean isEnd, Instant now) {
        RunMeter meter = run.meter();
        fence = run.fence();
        executionId = run.execution();
        node = onNode;
        startedAt = now.minus(run.age());
        updatedAt = now;
        ended = isEnd;
        bytesDownloaded = meter.bytesDownloaded();
        bytesUploaded = meter.bytesUploaded();
        bytesDelivered = meter.bytesDelivered();
        imagesDelivered = meter.imagesDelivered();
        imagesFailed = meter.imagesFailed();
        retries = meter.retries();
        bytesPerSecond = isEnd ? 0 : meter.bytesPerSecond();
        bytesLeft = meter.bytesLeft();
        slowSide = meter.slowSide().map(Enum::name).orElse(slowSide);
        waitingFor = wait == null ? null : wait.side();
        waitingSince = wait == null ? null : wait.since();
        lastErrorCode = meter.lastError().map(Enum::name).orElse(null);
    }

    /** A run that wrote nothing for a whole lease has died. */
    SyncProgress view(Instant now) {
        long seconds = Math.max(1, Duration.between(startedAt, updatedAt).toSeconds());
        boolean running = !ended && updatedAt.plus(Claims.LEASE).isAfter(now);
        boolean moves = running && bytesPerSecond > 0 && bytesLeft > 0;
        return new SyncProgress(
                executionId,
                node,
                running,
                startedAt,
                updatedAt,
                imagesDelivered,
                imagesFailed,
                bytesDownloaded,
                bytesUploaded,
                bytesDelivered,
                bytesLeft,
                running ? bytesPerSecond : 0,
                bytesDelivered / seconds,
                moves ? Long.valueOf(bytesLeft / bytesPerSecond) : null,
                retries,
                slowSide,
                running ? waitingFor : null,
                running ? waitingSince : null,
                lastErrorCode);
    }
}
