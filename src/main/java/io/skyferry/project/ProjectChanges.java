package io.skyferry.project;

import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.change.Changes;
import io.skyferry.platform.failure.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Tells in the feed what happened to projects, in the caller's transaction. */
@ApplicationScoped
public class ProjectChanges {
    private static final Set<ErrorCode> SIGN_IN_NEEDED = EnumSet.of(ErrorCode.NO_TAPIS_TOKEN, ErrorCode.TOKEN_EXPIRED);

    private Changes changes;

    /** For the container's proxies only. */
    protected ProjectChanges() {}

    @Inject
    public ProjectChanges(Changes changes) {
        this.changes = changes;
    }

    /** What of a project people are told about. */
    private record Look(
            ProjectState state, Optional<ErrorCode> error, String errorText, Optional<String> task, double progress) {
        static Look at(FlightProject project) {
            return new Look(
                    project.state(),
                    project.errorCode(),
                    project.errorText(),
                    project.webOdmTaskId(),
                    project.runningProgress());
        }
    }

    /** Changes the project and tells of it, if anything came of that. */
    FlightProject recorded(FlightProject project, Consumer<FlightProject> change) {
        Look before = Look.at(project);
        change.accept(project);
        Look after = Look.at(project);
        if (!after.equals(before)) {
            JsonObject body = ProjectNews.of(project);
            kinds(before, after)
                    .forEach(kind -> changes.record(note(kind, project).saying(body)));
        }
        return project;
    }

    private static Set<ChangeKind> kinds(Look before, Look after) {
        Set<ChangeKind> kinds = EnumSet.of(ChangeKind.PROJECT_CHANGED);
        if (before.task().isEmpty() && after.task().isPresent()) {
            kinds.add(ChangeKind.PROJECT_CREATED);
        }
        if (after.state() == ProjectState.NEEDS_ATTENTION && before.state() != after.state()) {
            kinds.add(ChangeKind.NEEDS_ATTENTION);
            after.error().filter(SIGN_IN_NEEDED::contains).ifPresent(code -> kinds.add(ChangeKind.SIGN_IN_NEEDED));
        }
        if (isEnded(after.state()) && before.state() != after.state()) {
            kinds.add(ChangeKind.PROCESSING_ENDED);
        }
        return kinds;
    }

    private static boolean isEnded(ProjectState state) {
        return switch (state) {
            case COMPLETED, FAILED, CANCELED -> true;
            case CREATED, SYNCING, NEEDS_ATTENTION, COMMITTED, PROCESSING -> false;
        };
    }

    void syncStarted(FlightProject project, long execution) {
        changes.record(note(ChangeKind.SYNC_STARTED, project).ofJob(execution).saying(ProjectNews.of(project)));
    }

    void syncEnded(FlightProject project, long execution, String exitStatus, ImageTally tally) {
        changes.record(note(ChangeKind.SYNC_ENDED, project)
                .ofJob(execution)
                .saying(ProjectNews.ofEnd(project, exitStatus, tally)));
    }

    private static ChangeNote note(ChangeKind kind, FlightProject project) {
        return ChangeNote.of(kind, project.owner()).ofProject(project.id());
    }
}
