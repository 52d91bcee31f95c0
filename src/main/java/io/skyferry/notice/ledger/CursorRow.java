package io.skyferry.notice.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row of {@code notice_cursor}. */
@Entity
@Table(name = "notice_cursor")
public class CursorRow {
    static final long ONLY = 1;

    @Id
    private Long id;

    @Column(name = "change_id", nullable = false)
    private long changeId;

    protected CursorRow() {}

    long changeId() {
        return changeId;
    }

    void moveTo(long change) {
        changeId = change;
    }
}
