package io.skyferry.platform.change;

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

/**
 * A row of {@code change_event}. Ids are drawn one by one, so that of two changes of which one follows from the other,
 * that one has the higher id, on whatever server; the feed's id comes after the commit.
 */
@Entity
@Table(name = "change_event")
class ChangeRow {
    static final int LONGEST_BODY = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "change_event")
    @SequenceGenerator(name = "change_event", sequenceName = "change_event_seq", allocationSize = 1)
    private Long id;

    @Column(name = "feed_id")
    private Long feedId;

    @Column(length = 200)
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 40, columnDefinition = "varchar(40)")
    private ChangeKind kind;

    @Column(name = "project_id")
    private Long projectId;

    @Column(name = "job_execution_id")
    private Long jobExecutionId;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false, length = LONGEST_BODY)
    private String body;

    /** For JPA only. */
    protected ChangeRow() {}

    ChangeRow(ChangeNote note, Instant now) {
        owner = note.owner().map(Owner::toString).orElse(null);
        kind = note.kind();
        projectId = note.projectId().orElse(null);
        jobExecutionId = note.jobExecutionId().orElse(null);
        at = now;
        body = checked(note.body().toString());
    }

    private static String checked(String body) {
        if (body.length() > LONGEST_BODY) {
            throw new IllegalArgumentException("a change's body has at most " + LONGEST_BODY + " characters");
        }
        return body;
    }

    void takePlace(long place) {
        feedId = place;
    }

    Change change() {
        return new Change(
                feedId,
                at,
                new ChangeNote(
                        kind,
                        Optional.ofNullable(owner).map(Owner::parse),
                        Optional.ofNullable(projectId),
                        Optional.ofNullable(jobExecutionId),
                        parsed(body)));
    }

    private static JsonObject parsed(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
