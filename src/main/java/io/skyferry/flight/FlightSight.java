package io.skyferry.flight;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** That a scan of a user found a flight. Only what a user saw himself is shown to him. */
@Entity
@Table(name = "flight_sight")
public class FlightSight {
    /** Who saw which flight. */
    @Embeddable
    public record Key(
            @Column(nullable = false, length = 200) String owner,
            @Column(name = "flight_id", nullable = false) long flightId) {}

    @EmbeddedId
    private Key key;

    @Column(name = "seen_at", nullable = false)
    private Instant seenAt;

    @Column(name = "gone_at")
    private Instant goneAt;

    /** For JPA only. */
    protected FlightSight() {}

    FlightSight(Key key, Instant now) {
        this.key = key;
        this.seenAt = now;
    }

    long flightId() {
        return key.flightId();
    }

    /** It is there again; what was there all the time stays untouched. */
    void seenAgain(Instant now) {
        if (goneAt != null) {
            goneAt = null;
            seenAt = now;
        }
    }

    /**
     * The user's scan did not find it any more, or he may not see its system any more.
     *
     * @param last when he scanned the system before; null if never
     */
    void gone(Instant last, Instant now) {
        if (goneAt == null) {
            goneAt = now;
            seenAt = last != null && last.isAfter(seenAt) ? last : seenAt;
        }
    }

    public boolean isGone() {
        return goneAt != null;
    }

    /** When it appeared to the user; of one that is gone, when he saw it last. */
    public Instant seenAt() {
        return seenAt;
    }
}
