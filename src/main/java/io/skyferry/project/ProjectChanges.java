package io.skyferry.project;

import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import io.skyferry.platform.change.Changes;
import io.skyferry.platform.failure.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.List;
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
            ProjectState state,
            Optional<ErrorCode> error,
            String errorText,
            Optional<String> task,
            double progress,
            Optional<ErrorCode> trouble,
            List<String> results,
            Optional<String> ending) {
        static Look at(FlightProject project, Optional<ProjectWatch> watch) {
            return new Look(
                    project.state(),
                    project.errorCode(),
                    project.errorText(),
                    project.webOdmTaskId(),
                    project.runningProgress(),
                    watch.flatMap(ProjectWatch::troubleCode),
                    watch.map(ProjectWatch::results).orElse(List.of()),
                    watch.flatMap(ProjectWatch::ending));
        }

        boolean isLost() {
            return error.filter(FlightProject::isLoss).isPresent();
        }

        /** A project that was complete before endings were kept has not ended now. */
        boolean endedSince(Look before) {
            boolean isOld = before.ending.isEmpty() && before.state == state;
            return ending.filter(text -> !text.isEmpty()).isPresent() && !ending.equals(before.ending) && !isOld;
        }
    }

    /** Changes the project and tells of it, if anything came of that. */
    FlightProject recorded(FlightProject project, Consumer<FlightProject> change) {
        return recorded(project, Optional.empty(), () -> change.accept(project));
    }

    /** Changes both by a look at WebODM, and tells of it, if anything came of that. */
    FlightProject recorded(FlightProject project, ProjectWatch watch, Runnable change) {
        return recorded(project, Optional.of(watch), change);
    }

    private FlightProject recorded(FlightProject project, Optional<ProjectWatch> watch, Runnable change) {
        Look before = Look.at(project, watch);
        change.run();
        Look after = Look.at(project, watch);
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
        if (after.endedSince(before)) {
            kinds.add(ChangeKind.PROCESSING_ENDED);
        }
        if (after.isLost() && !before.isLost()) {
            kinds.add(ChangeKind.WEBODM_LOST);
        }
        return kinds;
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
