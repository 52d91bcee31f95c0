package io.skyferry.notice.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code notice_unchanged}: a project whose last sync found nothing to do. */
@Entity
@Table(name = "notice_unchanged")
public class UnchangedRow {
    @Id
    @Column(name = "project_id")
    private Long projectId;

    protected UnchangedRow() {}

    UnchangedRow(long projectId) {
        this.projectId = projectId;
    }
}
