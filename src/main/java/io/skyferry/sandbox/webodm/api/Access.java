package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import java.util.Optional;
import java.util.UUID;

/** Finds what a call names, if the caller has the permission; otherwise it is "not found", as on the real server. */
final class Access {
    private final World world;

    Access(World world) {
        this.world = world;
    }

    /** A project that is being deleted is not found any more. */
    ProjectRow project(Call call, Permission permission) {
        ProjectRow project = anyProject(call, permission);
        if (project.deleting()) {
            throw Refusal.notFound();
        }
        return project;
    }

    private ProjectRow anyProject(Call call, Permission permission) {
        Account account = call.account().orElseThrow(Refusal::notFound);
        return findProject(call.path("project"))
                .filter(project -> project.permissionsOf(account).contains(permission))
                .orElseThrow(Refusal::notFound);
    }

    /** Tasks of a project that is being deleted are still found. */
    TaskRow task(Call call, Permission permission) {
        ProjectRow project = anyProject(call, permission);
        return findTask(call.path("task"))
                .filter(task -> task.project() == project.id())
                .orElseThrow(Refusal::notFound);
    }

    private Optional<ProjectRow> findProject(String id) {
        return id.matches("\\d{1,9}") ? world.findProject(Integer.parseInt(id)) : Optional.empty();
    }

    private Optional<TaskRow> findTask(String id) {
        try {
            return world.findTask(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
