package io.skyferry.flight.preview;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code flight_preview}: how far reading a flight's images has come. */
@Entity
@Table(name = "flight_preview")
public class PreviewRow {
    /** A reading that has said nothing for so long has died with its server. */
    static final Duration SILENCE = Duration.ofMinutes(3);

    private static final int LONGEST_ERROR = 1000;

    @Id
    @Column(name = "flight_id")
    private Long flightId;

    @Column(nullable = false, length = 64)
    private String fingerprint;

    @Column(name = "whole", nullable = false)
    private boolean whole;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10, columnDefinition = "varchar(10)")
    private PreviewState state;

    @Column(nullable = false)
    private int images;

    @Column(nullable = false)
    private int wanted;

    @Column(nullable = false)
    private int done;

    @Column(name = "error_code", length = 40)
    private String errorCode;

    @Column(name = "error_text", length = LONGEST_ERROR)
    private String errorText;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected PreviewRow() {}

    PreviewRow(long flightId) {
        this.flightId = flightId;
    }

    /** Whether somebody reads just now. */
    boolean isAlive(Instant now) {
        return state == PreviewState.READING && updatedAt.plus(SILENCE).isAfter(now);
    }

    /** Whether nothing has to be read for this wish. */
    boolean covers(String present, boolean all) {
        return state == PreviewState.READY && fingerprint.equals(present) && (whole || !all);
    }

    /** Once all images were asked for, it stays at all. */
    void begin(String present, boolean all, Instant now) {
        whole = whole || all;
        fingerprint = present;
        state = PreviewState.READING;
        images = 0;
        wanted = 0;
        done = 0;
        errorCode = null;
        errorText = null;
        updatedAt = now;
    }

    void planned(int listed, int toRead, Instant now) {
        images = listed;
        wanted = toRead;
        updatedAt = now;
    }

    void read(int images, Instant now) {
        done += images;
        updatedAt = now;
    }

    void end(Optional<Failure> failure, Instant now) {
        state = failure.isPresent() ? PreviewState.FAILED : PreviewState.READY;
        errorCode = failure.map(Failure::code).map(ErrorCode::name).orElse(null);
        errorText = failure.map(Failure::detail)
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_ERROR)))
                .orElse(null);
        updatedAt = now;
    }

    boolean isWhole() {
        return whole;
    }

    PreviewState state() {
        return state;
    }

    int images() {
        return images;
    }

    int wanted() {
        return wanted;
    }

    int done() {
        return done;
    }

    Optional<ErrorCode> errorCode() {
        return Optional.ofNullable(errorCode).map(ErrorCode::valueOf);
    }

    String errorText() {
        return errorText;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
