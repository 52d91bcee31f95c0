package io.skyferry.project;

import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One finished run that looked for flights and made projects, or failed to. */
@Entity
@Table(name = "discovery_run")
public class DiscoveryRun {
    private static final int LONGEST_ERROR = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "discovery_run_seq")
    @SequenceGenerator(name = "discovery_run_seq", sequenceName = "discovery_run_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = 200)
    private String owner;

    @Column(name = "started_at", nullable = false)
    private Instant startedAt;

    @Column(name = "ended_at", nullable = false)
    private Instant endedAt;

    @Column(name = "systems_scanned", nullable = false)
    private int systemsScanned;

    @Column(name = "flights_discovered", nullable = false)
    private int flightsDiscovered;

    @Column(name = "projects_created", nullable = false)
    private int projectsCreated;

    @Column(nullable = false)
    private int requests;

    @Column(nullable = false)
    private int errors;

    @Column(name = "asked_by", length = 200)
    private String askedBy;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20, columnDefinition = "varchar(20)")
    private Occasion occasion;

    @Column(name = "dry_run", nullable = false)
    private boolean dryRun;

    @Column(name = "projects_existing", nullable = false)
    private int projectsExisting;

    @Column(name = "projects_deferred", nullable = false)
    private int projectsDeferred;

    @Column(name = "job_id")
    private Long jobId;

    @Column(name = "error_code", length = 40)
    private String errorCode;

    @Column(name = "error_text", length = LONGEST_ERROR)
    private String errorText;

    /** For JPA only. */
    protected DiscoveryRun() {}

    private DiscoveryRun(DiscoveryOrder order, Instant endedAt) {
        this.owner = order.owner().toString();
        this.askedBy = order.askedBy().map(Owner::toString).orElse(null);
        this.occasion = order.occasion();
        this.dryRun = order.dryRun();
        this.jobId = order.job().orElse(null);
        this.startedAt = order.startedAt();
        this.endedAt = endedAt;
    }

    static DiscoveryRun ended(DiscoveryOrder order, Instant endedAt, ProjectRuns.Results results) {
        DiscoveryRun run = new DiscoveryRun(order, endedAt);
        run.systemsScanned = results.systemsScanned();
        run.flightsDiscovered = results.flightsDiscovered();
        run.projectsCreated = results.projectsCreated();
        run.projectsExisting = results.projectsExisting();
        run.projectsDeferred = results.projectsDeferred();
        run.requests = results.requests();
        run.errors = results.errors().size();
        return run;
    }

    static DiscoveryRun failed(DiscoveryOrder order, Instant endedAt, Failure failure) {
        DiscoveryRun run = new DiscoveryRun(order, endedAt);
        run.errors = 1;
        run.errorCode = failure.code().name();
        run.errorText = failure.detail().length() > LONGEST_ERROR
                ? failure.detail().substring(0, LONGEST_ERROR)
                : failure.detail();
        return run;
    }

    Owner owner() {
        return Owner.parse(owner);
    }

    /** As the feed of changes tells them. */
    JsonObject counts() {
        return Json.createObjectBuilder()
                .add("systems_scanned", systemsScanned)
                .add("flights_discovered", flightsDiscovered)
                .add("projects_created", projectsCreated)
                .add("errors", errors)
                .build();
    }
}
