package io.skyferry.platform.change;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of {@code change_feed}: where the feed ends, and up to where it was forgotten. */
@Entity
@Table(name = "change_feed")
class FeedRow {
    static final long ONLY = 1;

    @Id
    private Long id;

    @Column(name = "last_id", nullable = false)
    private long lastId;

    @Column(name = "forgotten_to", nullable = false)
    private long forgottenTo;

    /** For JPA only. */
    protected FeedRow() {}

    long nextId() {
        return ++lastId;
    }

    long lastId() {
        return lastId;
    }

    long forgottenTo() {
        return forgottenTo;
    }

    void forget(long upTo) {
        forgottenTo = Math.max(forgottenTo, upTo);
    }
}
