package io.skyferry.project;

import io.skyferry.flight.Flight;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.webodm.NewProject;
import io.skyferry.webodm.WebOdm;
import io.skyferry.webodm.WebOdmProject;
import io.skyferry.webodm.WebOdmTask;
import io.skyferry.webodm.WebOdmUser;
import io.skyferry.webodm.WebOdmUsers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Brings a project and its task into being at WebODM. May be killed and repeated at any point: what an earlier attempt
 * left at WebODM is recognised and taken over. The caller holds the project's claim.
 */
@ApplicationScoped
public class ProjectMaking {
    @Inject
    private WebOdm webOdm;

    @Inject
    private WebOdmUsers users;

    @Inject
    private ProjectLedger ledger;

    /** Finds or makes the project and the task; a task that WebODM deleted is made again. */
    public WebOdmPlace ensure(long id, long fence) {
        FlightProject project = ledger.get(id);
        WebOdmUser user = users.getFor(project.owner());
        Optional<WebOdmTask> task = findTask(project, user);
        if (task.isPresent()) {
            return new WebOdmPlace(user, project.webOdmProjectId().orElseThrow(), task.get(), false);
        }
        WebOdmProject made = ensureProject(project, user, fence);
        WebOdmTask fresh = ensureTask(project, user, made);
        ledger.change(id, fence, (row, now) -> row.fillsTask(fresh.id(), now));
        return new WebOdmPlace(user, made.id(), fresh, true);
    }

    private Optional<WebOdmTask> findTask(FlightProject project, WebOdmUser user) {
        if (project.webOdmProjectId().isEmpty() || project.webOdmTaskId().isEmpty()) {
            return Optional.empty();
        }
        return present(() -> webOdm.getTask(
                user, project.webOdmProjectId().get(), project.webOdmTaskId().get()));
    }

    private WebOdmProject ensureProject(FlightProject project, WebOdmUser user, long fence) {
        Optional<WebOdmProject> known =
                project.webOdmProjectId().flatMap(id -> present(() -> webOdm.getProject(user, id)));
        WebOdmProject made = known.or(() -> findMarked(project, user)).orElseGet(() -> create(project, user));
        user.sharesWith().ifPresent(name -> webOdm.share(user, made, ProjectLooks.description(project.flight()), name));
        ledger.change(project.id(), fence, (row, now) -> row.madeAs(made.id(), now));
        return made;
    }

    private Optional<WebOdmProject> findMarked(FlightProject project, WebOdmUser user) {
        return webOdm.findProject(user, project.marker(), project.name());
    }

    private WebOdmProject create(FlightProject project, WebOdmUser user) {
        Flight flight = project.flight();
        NewProject wanted = new NewProject(
                project.name(), ProjectLooks.description(flight), project.marker(), ProjectLooks.webOdmTags(flight));
        try {
            return webOdm.createProject(user, wanted);
        } catch (Failure failure) {
            if (!failure.code().retryable()) {
                throw failure;
            }
            // The answer was lost: it may have been made all the same.
            return findMarked(project, user).orElseThrow(() -> failure);
        }
    }

    private WebOdmTask ensureTask(FlightProject project, WebOdmUser user, WebOdmProject made) {
        return findWaitingTask(project, user, made).orElseGet(() -> createTask(project, user, made));
    }

    /** A task of ours that still waits for images and is not the one that the ledger knows to be gone. */
    private Optional<WebOdmTask> findWaitingTask(FlightProject project, WebOdmUser user, WebOdmProject made) {
        String importUrl = ProjectLooks.importUrl(project.flight());
        return webOdm.listTasks(user, made.id()).stream()
                .filter(task -> task.partial() && task.importUrl().equals(importUrl))
                .findFirst();
    }

    private WebOdmTask createTask(FlightProject project, WebOdmUser user, WebOdmProject made) {
        Flight flight = project.flight();
        try {
            return webOdm.createTask(user, made.id(), ProjectLooks.taskName(flight), ProjectLooks.importUrl(flight));
        } catch (Failure failure) {
            if (!failure.code().retryable()) {
                throw failure;
            }
            return findWaitingTask(project, user, made).orElseThrow(() -> failure);
        }
    }

    private static <T> Optional<T> present(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (Failure failure) {
            if (failure.code() == ErrorCode.WEBODM_NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
