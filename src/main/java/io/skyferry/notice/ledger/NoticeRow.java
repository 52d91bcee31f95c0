package io.skyferry.notice.ledger;

import io.skyferry.notice.news.News;
import io.skyferry.notice.news.Occasion;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

/** A row of {@code notice}. A notice for a mail waits until it is collected into one, and then shares its fate. */
@Entity
@Table(name = "notice")
public class NoticeRow {
    static final int LONGEST_FACTS = 4000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice")
    @SequenceGenerator(name = "notice", sequenceName = "notice_seq", allocationSize = 1)
    private Long id;

    @Column(name = "change_id", nullable = false)
    private long changeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 12, columnDefinition = "varchar(12)")
    private Channel channel;

    @Column(length = 200)
    private String owner;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 30, columnDefinition = "varchar(30)")
    private Occasion occasion;

    @Column(name = "happened_at", nullable = false)
    private Instant happenedAt;

    @Column(nullable = false, length = LONGEST_FACTS)
    private String facts;

    @Column(name = "mail_id")
    private Long mailId;

    @Embedded
    private Delivery delivery;

    protected NoticeRow() {}

    NoticeRow(NewNotice notice, Instant now) {
        changeId = notice.changeId();
        channel = notice.channel();
        owner = notice.owner().map(Owner::toString).orElse(null);
        occasion = notice.news().occasion();
        happenedAt = notice.news().at();
        facts = notice.news().facts().toString();
        delivery = new Delivery(now, notice.firstAttempt());
    }

    void collectInto(long mail) {
        mailId = mail;
    }

    News news() {
        try (JsonReader reader = Json.createReader(new StringReader(facts))) {
            return new News(occasion, happenedAt, reader.readObject());
        }
    }

    Long id() {
        return id;
    }

    Channel channel() {
        return channel;
    }

    Optional<Owner> owner() {
        return Optional.ofNullable(owner).map(Owner::parse);
    }

    Delivery delivery() {
        return delivery;
    }
}
