package io.skyferry.schedule.run;

import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;

/** One run of a work: what was wished, who does it, how it ended. The wish holds no secret. */
@Entity
@Table(name = "background_run")
public class BackgroundRun {
    static final int LONGEST_WISH = 1_000_000;
    private static final int LONGEST_ERROR = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "background_run_seq")
    @SequenceGenerator(name = "background_run_seq", sequenceName = "background_run_seq", allocationSize = 1)
    private Long id;

    @Column(nullable = false, length = 40)
    private String job;

    @Column(nullable = false, length = 260)
    private String work;

    @Column(length = 200)
    private String owner;

    @Column(name = "asked_by", length = 200)
    private String askedBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20, columnDefinition = "varchar(20)")
    private Occasion occasion;

    @Column(nullable = false, length = LONGEST_WISH)
    private String wish;

    @Column(name = "job_id")
    private Long jobId;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    @Column(name = "error_code", length = 40)
    private String errorCode;

    @Column(name = "error_text", length = LONGEST_ERROR)
    private String errorText;

    /** For JPA only. */
    protected BackgroundRun() {}

    BackgroundRun(Work wanted, Instant now) {
        this.job = wanted.job();
        this.work = wanted.name();
        this.owner = wanted.owner().map(Owner::toString).orElse(null);
        this.askedBy = wanted.askedBy().map(Owner::toString).orElse(null);
        this.occasion = wanted.occasion();
        this.wish = wanted.wish().toString();
        this.startedAt = now;
    }

    /** The same work, to be done once more. */
    public Work again(Optional<Owner> askedBy) {
        String variant = owner().map(
                        who -> work.substring(0, work.length() - who.toString().length() - 1))
                .orElse(work)
                .substring(job.length());
        return new Work(job, variant.isEmpty() ? "" : variant.substring(1), owner(), askedBy, Occasion.JOB, wish());
    }

    /** A job execution takes it on: the first, or one after a crash. */
    void begunBy(long execution) {
        jobId = execution;
        endedAt = null;
        errorCode = null;
        errorText = null;
    }

    void attempted() {
        attempts++;
    }

    void ended(Instant now) {
        endedAt = now;
    }

    void failed(Failure failure, Instant now) {
        errorCode = failure.code().name();
        errorText = failure.detail().length() > LONGEST_ERROR
                ? failure.detail().substring(0, LONGEST_ERROR)
                : failure.detail();
        endedAt = now;
    }

    public Long id() {
        return id;
    }

    public String job() {
        return job;
    }

    public String work() {
        return work;
    }

    public Optional<Owner> owner() {
        return Optional.ofNullable(owner).map(Owner::parse);
    }

    public Optional<Owner> askedBy() {
        return Optional.ofNullable(askedBy).map(Owner::parse);
    }

    public Occasion occasion() {
        return occasion;
    }

    public JsonObject wish() {
        return read(wish);
    }

    /** The execution that does it, or did it last; empty until it was started. */
    public Optional<Long> jobId() {
        return Optional.ofNullable(jobId);
    }

    int attempts() {
        return attempts;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }

    /** Why it failed as a whole. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(errorCode).map(code -> new Failure(ErrorCode.valueOf(code), errorText));
    }

    static JsonObject read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
