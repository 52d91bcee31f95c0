package io.skyferry.project;

import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** One finished run that looked for flights and made projects. */
@Entity
@Table(name = "discovery_run")
public class DiscoveryRun {
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

    /** For JPA only. */
    protected DiscoveryRun() {}

    DiscoveryRun(Owner owner, Instant startedAt, Instant endedAt, ProjectRuns.Results results) {
        this.owner = owner.toString();
        this.startedAt = startedAt;
        this.endedAt = endedAt;
        this.systemsScanned = results.systemsScanned();
        this.flightsDiscovered = results.flightsDiscovered();
        this.projectsCreated = results.projectsCreated();
        this.requests = results.requests();
        this.errors = results.errors().size();
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
