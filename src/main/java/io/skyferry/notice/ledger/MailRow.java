package io.skyferry.notice.ledger;

import io.skyferry.platform.identity.Owner;
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
import java.time.Instant;

/** A row of {@code notice_mail}: its message id stays the same for all attempts. */
@Entity
@Table(name = "notice_mail")
public class MailRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "notice_mail")
    @SequenceGenerator(name = "notice_mail", sequenceName = "notice_mail_seq", allocationSize = 1)
    private Long id;

    @Column(nullable = false, length = 200)
    private String owner;

    @Column(nullable = false, length = 254)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10, columnDefinition = "varchar(10)")
    private MailKind kind;

    @Column(name = "message_id", nullable = false, length = 200)
    private String messageId;

    @Embedded
    private Delivery delivery;

    protected MailRow() {}

    MailRow(Owner owner, String address, MailKind kind, String messageId, Instant now) {
        this.owner = owner.toString();
        this.address = address;
        this.kind = kind;
        this.messageId = messageId;
        this.delivery = new Delivery(now, now);
    }

    Long id() {
        return id;
    }

    Owner owner() {
        return Owner.parse(owner);
    }

    String address() {
        return address;
    }

    MailKind kind() {
        return kind;
    }

    String messageId() {
        return messageId;
    }

    Delivery delivery() {
        return delivery;
    }
}
