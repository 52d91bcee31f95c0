package io.skyferry.access.preference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A row of {@code preferences}. System ids have no spaces, so spaces separate them. */
@Entity
@Table(name = "preferences")
class PreferenceRow {
    @Id
    @Column(nullable = false, length = 200)
    private String owner;

    @Column(name = "auto_discover", nullable = false)
    private boolean autoDiscover;

    @Column(name = "max_projects", nullable = false)
    private int maxProjects;

    @Column(name = "cooldown_hours", nullable = false)
    private int cooldownHours;

    @Column(name = "notify_complete", nullable = false)
    private boolean notifyComplete;

    @Column(name = "notify_errors", nullable = false)
    private boolean notifyErrors;

    @Column(name = "preferred_systems", nullable = false, length = 8100)
    private String preferredSystems;

    @Column(name = "last_auto_discovery")
    private Instant lastAutoDiscovery;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    protected PreferenceRow() {}

    PreferenceRow(String owner) {
        this.owner = owner;
    }

    void fill(Preferences preferences, Instant now) {
        autoDiscover = preferences.autoDiscover();
        maxProjects = preferences.maxProjects();
        cooldownHours = preferences.cooldownHours();
        notifyComplete = preferences.notifyComplete();
        notifyErrors = preferences.notifyErrors();
        preferredSystems = String.join(" ", preferences.preferredSystems());
        updatedAt = now;
    }

    void discoveryStarted(Instant now) {
        lastAutoDiscovery = now;
    }

    Preferences preferences() {
        return new Preferences(
                autoDiscover,
                maxProjects,
                cooldownHours,
                notifyComplete,
                notifyErrors,
                preferredSystems.isEmpty() ? List.of() : List.of(preferredSystems.split(" ")),
                Optional.ofNullable(lastAutoDiscovery));
    }
}
