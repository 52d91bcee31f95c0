package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.Timestamps;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Projects as they are served. */
final class ProjectJson {
    private static final List<Permission> AS_SERVED =
            List.of(Permission.VIEW, Permission.ADD, Permission.CHANGE, Permission.DELETE);

    private ProjectJson() {}

    static JsonObject show(World world, ProjectRow project, Account reader) {
        return show(world, project, project.ownedBy(reader), project.permissionsOf(reader));
    }

    /** As {@code duplicate/} answers: the reader's own rights are missing in it. */
    static JsonObject showWithoutReader(World world, ProjectRow project) {
        return show(world, project, false, Set.of());
    }

    private static JsonObject show(World world, ProjectRow project, boolean owned, Set<Permission> permissions) {
        JsonArrayBuilder tasks = Json.createArrayBuilder();
        world.tasksOf(project.id()).forEach(task -> tasks.add("" + task.id()));
        boolean isPublic = project.publicId() != null;
        return Json.createObjectBuilder()
                .add("id", project.id())
                .add("tasks", tasks)
                .add("owned", owned)
                .add("created_at", Timestamps.text(project.createdAt()))
                .add(
                        "permissions",
                        words(AS_SERVED.stream().filter(permissions::contains).toList()))
                .add("tags", Json.createArrayBuilder(project.tags()))
                .add("name", project.name())
                .add("description", project.description())
                .add("public", isPublic)
                .add("public_edit", project.publicEdit())
                .add("public_id", isPublic ? Json.createValue("" + project.publicId()) : JsonValue.NULL)
                .build();
    }

    /** Who may do what, the owner first. */
    static JsonArray showShares(ProjectRow project) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        rows.add(share(project.owner(), true, project.shares().get(project.owner())));
        for (Map.Entry<String, Set<Permission>> share : project.shares().entrySet()) {
            if (!share.getKey().equals(project.owner())) {
                rows.add(share(share.getKey(), false, share.getValue()));
            }
        }
        return rows.build();
    }

    private static JsonObject share(String username, boolean owner, Set<Permission> permissions) {
        return Json.createObjectBuilder()
                .add("username", username)
                .add("owner", owner)
                .add("permissions", words(permissions))
                .build();
    }

    private static JsonArrayBuilder words(Iterable<Permission> permissions) {
        JsonArrayBuilder words = Json.createArrayBuilder();
        permissions.forEach(permission -> words.add(permission.word()));
        return words;
    }
}
