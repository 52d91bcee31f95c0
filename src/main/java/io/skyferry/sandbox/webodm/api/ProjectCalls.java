package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.World;
import java.io.IOException;
import java.util.Map;

/** Projects: list, create, read, change, delete. */
final class ProjectCalls {
    private final World world;
    private final Access access;

    ProjectCalls(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void declare(Paths paths) {
        paths.add("/api/projects/", Map.of("GET", this::list, "POST", this::create));
        paths.add(
                "/api/projects/{project}/",
                Map.of(
                        "GET",
                        this::get,
                        "PUT",
                        call -> update(call, true),
                        "PATCH",
                        call -> update(call, false),
                        "DELETE",
                        this::delete));
    }

    private Answer list(Call call) {
        return world.call(() -> Answers.json(200, new ProjectList(world, call.request(), call.user()).answer()));
    }

    private Answer create(Call call) throws IOException {
        Account owner = call.user();
        if (!owner.superuser() && !owner.inDefaultGroup()) {
            throw Refusal.forbidden();
        }
        ProjectFields fields = ProjectFields.read(call.submission(), true);
        return world.call(() -> {
            ProjectRow project = world.createProject(owner);
            fields.writeTo(project, world);
            return Answers.json(201, ProjectJson.show(world, project, owner));
        });
    }

    private Answer get(Call call) {
        return world.call(() ->
                Answers.json(200, ProjectJson.show(world, access.project(call, Permission.VIEW), call.user())));
    }

    /** PUT makes its caller the owner: the real server's serializer fills in the owner from the request. */
    private Answer update(Call call, boolean complete) throws IOException {
        Submission submission = call.submission();
        return world.call(() -> {
            ProjectRow project = access.project(call, Permission.VIEW);
            if (!project.permissionsOf(call.user()).contains(Permission.CHANGE)) {
                throw Refusal.forbidden();
            }
            ProjectFields.read(submission, complete).writeTo(project, world);
            if (complete) {
                project.giveTo(call.user().username());
            }
            return Answers.json(200, ProjectJson.show(world, project, call.user()));
        });
    }

    /** Whoever doesn't own the project only loses sight of it. */
    private Answer delete(Call call) {
        return world.call(() -> {
            ProjectRow project = access.project(call, Permission.VIEW);
            if (project.ownedBy(call.user())) {
                world.deleteProject(project);
            } else {
                project.forget(call.user().username());
            }
            return Answer.empty(204);
        });
    }
}
