package io.skyferry.console;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/**
 * Our own record of a job execution: what lists, counts and filters need. The batch tables stay the authority for the
 * status; this row follows them.
 */
@Entity
@Table(name = "job_run")
public class JobRun {
    @Id
    @Column(name = "execution_id")
    private Long executionId;

    @Column(name = "instance_id", nullable = false)
    private long instanceId;

    @Column(name = "job_name", nullable = false, length = 80)
    private String jobName;

    @Column(length = 200)
    private String owner;

    @Column(name = "project_id")
    private Long projectId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12, columnDefinition = "varchar(12)")
    private RunState state;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12, columnDefinition = "varchar(12)")
    private BatchStatus status;

    @Column(name = "exit_status", length = 250)
    private String exitStatus;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "error_code", length = 40)
    private String errorCode;

    @Column(name = "error_text", length = 1000)
    private String errorText;

    @Column(name = "images_delivered")
    private Long imagesDelivered;

    @Column(name = "images_failed")
    private Long imagesFailed;

    /** For JPA only. */
    protected JobRun() {}

    /** @param owner null when it works for nobody in particular */
    JobRun(long executionId, long instanceId, String jobName, Owner owner, Long projectId, Instant now) {
        this.executionId = executionId;
        this.instanceId = instanceId;
        this.jobName = jobName;
        this.owner = owner == null ? null : owner.toString();
        this.projectId = projectId;
        this.status = BatchStatus.STARTING;
        this.state = RunState.RUNNING;
        this.createdAt = now;
    }

    /** Takes over what the batch tables say now. */
    void follow(JobExecution execution) {
        status = execution.getBatchStatus();
        exitStatus = execution.getExitStatus();
        state = RunState.of(status, exitStatus);
        startedAt = instant(execution.getStartTime());
        endedAt = state.isFinal() ? instant(execution.getEndTime()) : null;
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    /** Keeps why it failed; null = it did not. */
    void keepError(ErrorCode code, String text) {
        errorCode = code == null ? null : code.name();
        errorText = text;
    }

    /** Keeps how the project stood when the job ended; the project itself goes on and forgets. */
    void keepOutcome(FlightProject project, ImageTally tally) {
        keepError(project.errorCode().orElse(null), project.errorText());
        imagesDelivered = tally.delivered();
        imagesFailed = tally.failed() + tally.refused();
    }

    public long executionId() {
        return executionId;
    }

    public long instanceId() {
        return instanceId;
    }

    public String jobName() {
        return jobName;
    }

    /** {@code name@tenant}; empty for work of the server itself. */
    public Optional<String> owner() {
        return Optional.ofNullable(owner);
    }

    /** The ledger's id. */
    public Optional<Long> projectId() {
        return Optional.ofNullable(projectId);
    }

    public RunState state() {
        return state;
    }

    public BatchStatus status() {
        return status;
    }

    public String exitStatus() {
        return exitStatus;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public Optional<ErrorCode> errorCode() {
        return Optional.ofNullable(errorCode).map(ErrorCode::valueOf);
    }

    public String errorText() {
        return errorText;
    }

    public Long imagesDelivered() {
        return imagesDelivered;
    }

    public Long imagesFailed() {
        return imagesFailed;
    }
}
