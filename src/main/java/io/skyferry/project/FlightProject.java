package io.skyferry.project;

import io.skyferry.flight.Flight;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.webodm.WebOdmTask;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The one project of an owner and a flight, and where it is. */
@Entity
@Table(name = "flight_project")
public class FlightProject {
    private static final int LONGEST_ERROR = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "flight_project_seq")
    @SequenceGenerator(name = "flight_project_seq", sequenceName = "flight_project_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false, length = 200)
    private String owner;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "flight_id")
    private Flight flight;

    @Column(nullable = false, length = 64)
    private String marker;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20, columnDefinition = "varchar(20)")
    private ProjectState state;

    @Column(name = "webodm_project_id")
    private Long webOdmProjectId;

    @Column(name = "webodm_task_id", length = 36)
    private String webOdmTaskId;

    /** What it was in WebODM before it was deleted there; people may still know it by that. */
    @Column(name = "former_webodm_project_id")
    private Long formerWebOdmProjectId;

    @Column(name = "running_progress", nullable = false)
    private double runningProgress;

    @Column(name = "error_code", length = 40)
    private String errorCode;

    @Column(name = "error_text", length = LONGEST_ERROR)
    private String errorText;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "updated_at", nullable = false)
    private Instant updatedAt;

    /** Since when its sync waits for the owner's next sign-in; null when none waits. */
    @Column(name = "signed_out_at")
    private Instant signedOutAt;

    /** For JPA only. */
    protected FlightProject() {}

    FlightProject(Owner owner, Flight flight, Instant now) {
        this.owner = owner.toString();
        this.flight = flight;
        this.marker = ProjectMarker.of(owner, flight);
        this.state = ProjectState.CREATED;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** It exists in WebODM as this project. */
    void madeAs(long project, Instant now) {
        if (webOdmProjectId != null && webOdmProjectId != project) {
            formerWebOdmProjectId = webOdmProjectId;
        }
        webOdmProjectId = project;
        updatedAt = now;
    }

    /** Its images go into this task. */
    void fillsTask(String task, Instant now) {
        webOdmTaskId = task;
        updatedAt = now;
    }

    /** A sync begins to work on it. */
    public void startSync(Instant now) {
        become(ProjectState.SYNCING, now);
        explain(null);
        signedOutAt = null;
    }

    /** A sync ended; the failure says why somebody has to look at it, if so. */
    public void endSync(ProjectState state, Failure failure, Instant now) {
        become(state, now);
        explain(failure);
    }

    /** A sync ended because the owner's token did, at that moment; it goes on by itself after his next sign-in. */
    public void endSyncUntilSignIn(Failure failure, Instant since, Instant now) {
        endSync(ProjectState.NEEDS_ATTENTION, failure, now);
        signedOutAt = since;
    }

    /** Since when its sync waits for the owner's next sign-in. */
    public Optional<Instant> signedOutAt() {
        return Optional.ofNullable(signedOutAt);
    }

    /**
     * Goes on to the state; staying where it is is allowed.
     *
     * @throws IllegalStateException when there is no such arrow
     */
    void become(ProjectState next, Instant now) {
        if (state == next) {
            return;
        }
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("a project can't go from " + state + " to " + next);
        }
        state = next;
        updatedAt = now;
    }

    /** WebODM showed its task; from the hand-over on, the state is WebODM's. */
    void seen(WebOdmTask task, ProjectWatch watch, Instant now) {
        if (state.isWithWebOdm()) {
            ProjectState before = state;
            TaskSight.state(task).ifPresent(next -> become(next, now));
            explain(TaskSight.reason(task));
            if (state != before) {
                watch.expectChanges();
            }
        }
        if (task.runningProgress() != runningProgress) {
            runningProgress = task.runningProgress();
            updatedAt = now;
        }
        watch.seen(task, state, now);
    }

    /** It is not in WebODM any more; whatever else was wrong with it doesn't matter now. */
    void lost(Failure loss, Instant now) {
        become(ProjectState.NEEDS_ATTENTION, now);
        explain(loss);
        runningProgress = 0;
        updatedAt = now;
    }

    /** Whether WebODM can be asked about it: it should have a task there, and no sync works on it or waits to. */
    boolean isFollowed() {
        return state != ProjectState.SYNCING && webOdmTaskId != null && signedOutAt == null && !isLost();
    }

    boolean isLost() {
        return errorCode().filter(FlightProject::isLoss).isPresent();
    }

    static boolean isLoss(ErrorCode code) {
        return code == ErrorCode.WEBODM_TASK_GONE || code == ErrorCode.WEBODM_PROJECT_GONE;
    }

    /** Whether nothing happened to it since that copy of it was read. */
    boolean isStill(FlightProject copy) {
        return state == copy.state
                && Objects.equals(webOdmTaskId, copy.webOdmTaskId)
                && updatedAt.equals(copy.updatedAt);
    }

    /** Keeps why somebody has to look at it; null takes the reason away. */
    void explain(Failure failure) {
        errorCode = failure == null ? null : failure.code().name();
        errorText = failure == null ? null : shortened(failure.detail());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    public Long id() {
        return id;
    }

    public Owner owner() {
        return Owner.parse(owner);
    }

    public Flight flight() {
        return flight;
    }

    String marker() {
        return marker;
    }

    public ProjectState state() {
        return state;
    }

    /** Empty until it was made in WebODM. */
    public Optional<Long> webOdmProjectId() {
        return Optional.ofNullable(webOdmProjectId);
    }

    /** Empty until its task was made in WebODM. */
    public Optional<String> webOdmTaskId() {
        return Optional.ofNullable(webOdmTaskId);
    }

    public double runningProgress() {
        return runningProgress;
    }

    public Optional<ErrorCode> errorCode() {
        return Optional.ofNullable(errorCode).map(ErrorCode::valueOf);
    }

    public String errorText() {
        return errorText;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public String name() {
        return ProjectLooks.name(flight.name(), flight.systemId());
    }
}
