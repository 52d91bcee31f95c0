package io.skyferry.transfer.hosts;

import io.skyferry.platform.config.BandwidthTable;
import io.skyferry.platform.pace.BandwidthBudget;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The bandwidth budget that somebody set at run time; at most one row. */
@Entity
@Table(name = "bandwidth_budget")
public class BudgetRow {
    static final int THE_ONE = 1;
    static final int LONGEST = 1000;

    @Id
    private Integer id;

    @Column(nullable = false, length = LONGEST)
    private String total;

    @Column(nullable = false, length = LONGEST)
    private String download;

    @Column(nullable = false, length = LONGEST)
    private String upload;

    @Column(name = "changed_by", nullable = false, length = 200)
    private String changedBy;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    /** For JPA only. */
    protected BudgetRow() {}

    BudgetRow(BandwidthBudget.Tables tables, String changedBy, Instant changedAt) {
        this.id = THE_ONE;
        this.total = tables.total().toString();
        this.download = tables.download().toString();
        this.upload = tables.upload().toString();
        this.changedBy = changedBy;
        this.changedAt = changedAt;
    }

    BandwidthBudget.Tables tables() {
        return new BandwidthBudget.Tables(
                BandwidthTable.parse(total), BandwidthTable.parse(download), BandwidthTable.parse(upload));
    }

    String changedBy() {
        return changedBy;
    }

    Instant changedAt() {
        return changedAt;
    }
}
