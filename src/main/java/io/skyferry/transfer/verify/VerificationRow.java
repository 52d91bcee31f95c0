package io.skyferry.transfer.verify;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The last verification of a project. */
@Entity
@Table(name = "verification")
public class VerificationRow {
    static final String RUNNING = "RUNNING";
    static final String DONE = "DONE";
    static final String FAILED = "FAILED";
    /** Its server died. */
    static final String INTERRUPTED = "INTERRUPTED";

    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(10);
    private static final int LONGEST_ERROR = 1000;

    @Id
    @Column(name = "project_id")
    private Long projectId;

    @Column(name = "full_check", nullable = false)
    private boolean full;

    @Column(nullable = false, length = 20)
    private String state;

    @Column(nullable = false, length = 200)
    private String node;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    @Column(nullable = false)
    private long images;

    @Column(nullable = false)
    private long checked;

    @Column(nullable = false)
    private long differences;

    @Column(name = "error_code", length = 40)
    private String errorCode;

    @Column(name = "error_text", length = LONGEST_ERROR)
    private String errorText;

    /** For JPA only. */
    protected VerificationRow() {}

    VerificationRow(long project, boolean full, String node, long images, Instant now) {
        this.projectId = project;
        this.full = full;
        this.state = RUNNING;
        this.node = node;
        this.startedAt = now;
        this.updatedAt = now;
        this.images = images;
    }

    void advanced(long moreChecked, long moreDifferences, Instant now) {
        checked += moreChecked;
        differences += moreDifferences;
        updatedAt = now;
    }

    /** @param failure null when it came to its end */
    void ended(Failure failure, Instant now) {
        state = failure == null ? DONE : FAILED;
        errorCode = failure == null ? null : failure.code().name();
        errorText = failure == null ? null : shortened(failure.detail());
        updatedAt = now;
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    String state(Instant now) {
        return state.equals(RUNNING) && updatedAt.plus(SIGN_OF_LIFE).isBefore(now) ? INTERRUPTED : state;
    }

    boolean isFull() {
        return full;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    long images() {
        return images;
    }

    long checked() {
        return checked;
    }

    long differences() {
        return differences;
    }

    Optional<ErrorCode> errorCode() {
        return Optional.ofNullable(errorCode).map(ErrorCode::valueOf);
    }

    String errorText() {
        return errorText;
    }
}
