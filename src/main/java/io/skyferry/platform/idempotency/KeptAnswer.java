package io.skyferry.platform.idempotency;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A request that came with a key, and its answer once there is one. */
@Entity
@Table(name = "kept_answer")
class KeptAnswer {
    static final int LONGEST_BODY = 1_000_000;

    /** Who sent it, and the hash of its key. */
    @Embeddable
    record Id(
            @Column(nullable = false, length = 200) String caller,

            @Column(name = "request_key", nullable = false, length = 64)
            String key) {}

    @EmbeddedId
    private Id id;

    @Column(name = "request_hash", nullable = false, length = 64)
    private String request;

    @Column
    private Integer status;

    @Column(length = 300)
    private String location;

    @Column(length = LONGEST_BODY)
    private String body;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    /** For JPA only. */
    protected KeptAnswer() {}

    KeptAnswer(Id id) {
        this.id = id;
    }

    /** A new request: nothing of an older one with the same key counts any more. */
    void begin(String requestHash, Instant now) {
        request = requestHash;
        status = null;
        location = null;
        body = null;
        createdAt = now;
    }

    void answered(KeptAnswers.Answer answer) {
        status = answer.status();
        location = answer.location().orElse(null);
        body = answer.body();
    }

    boolean isOf(String requestHash) {
        return request.equals(requestHash);
    }

    Instant createdAt() {
        return createdAt;
    }

    Optional<KeptAnswers.Answer> answer() {
        return Optional.ofNullable(status)
                .map(code -> new KeptAnswers.Answer(code, Optional.ofNullable(location), body));
    }
}
