package io.skyferry.transfer.verify;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** One image that a verification found different. */
@Entity
@Table(name = "verification_finding")
public class FindingRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "verification_finding_seq")
    @SequenceGenerator(
            name = "verification_finding_seq",
            sequenceName = "verification_finding_seq",
            allocationSize = 50)
    private Long id;

    @Column(name = "project_id", nullable = false)
    private long projectId;

    @Column(nullable = false, length = 1024)
    private String name;

    @Column(name = "delivered_name", nullable = false)
    private String deliveredName;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10, columnDefinition = "varchar(10)")
    private Difference difference;

    @Column(length = 100)
    private String expected;

    @Column(length = 100)
    private String found;

    /** For JPA only. */
    protected FindingRow() {}

    FindingRow(long projectId, Finding finding) {
        this.projectId = projectId;
        this.name = finding.name();
        this.deliveredName = finding.deliveredName();
        this.difference = Difference.valueOf(finding.difference());
        this.expected = finding.expected();
        this.found = finding.found();
    }

    Finding finding() {
        return new Finding(name, deliveredName, difference.name(), expected, found);
    }
}
