package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.Tags;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the dashboard's dialogs call: edit with permissions, who may do what, duplicate. */
final class SharingCalls {
    private final World world;
    private final Access access;

    SharingCalls(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void declare(Paths paths) {
        paths.add("/api/projects/{project}/edit/", Map.of("POST", this::edit));
        paths.add("/api/projects/{project}/permissions/", Map.of("GET", this::permissions));
        paths.add("/api/projects/{project}/duplicate/", Map.of("POST", this::duplicate));
    }

    /** Blanks what is omitted, except the permissions; an unknown user refuses everything. */
    private Answer edit(Call call) throws IOException {
        Submission submission = call.submission();
        return world.call(() -> {
            ProjectRow project = access.project(call, Permission.CHANGE);
            Optional<Map<String, Set<Permission>>> shares = submission
                    .find("permissions")
                    .filter(JsonArray.class::isInstance)
                    .map(list -> shares(list.asJsonArray()));
            List<String> tags = submission.find("tags").map(Tags::parse).orElse(List.of());
            project.rename(text(submission.values(), "name"));
            project.describe(text(submission.values(), "description"));
            project.tag(tags);
            shares.ifPresent(project::shareOnlyWith);
            return Answers.success();
        });
    }

    private Map<String, Set<Permission>> shares(JsonArray list) {
        Map<String, Set<Permission>> shares = new HashMap<>();
        for (JsonObject entry : list.getValuesAs(JsonObject.class)) {
            String username = text(entry, "username");
            if (username.isEmpty() || entry.getBoolean("owner", false)) {
                continue;
            }
            if (world.findAccount(username).isEmpty()) {
                throw Refusal.error("Invalid user in permissions list");
            }
            shares.put(username, permissions(entry));
        }
        return shares;
    }

    private static Set<Permission> permissions(JsonObject entry) {
        Set<Permission> permissions = EnumSet.noneOf(Permission.class);
        if (entry.get("permissions") instanceof JsonArray words) {
            words.getValuesAs(JsonString.class)
                    .forEach(word -> Permission.find(word.getString()).ifPresent(permissions::add));
        }
        return permissions;
    }

    private static String text(JsonObject object, String field) {
        return object.get(field) instanceof JsonString text ? text.getString() : "";
    }

    private Answer permissions(Call call) {
        return world.call(() -> Answers.json(200, ProjectJson.showShares(access.project(call, Permission.VIEW)))
                .header("X-Groups-Count", "1"));
    }

    private Answer duplicate(Call call) {
        return world.call(() -> {
            ProjectRow project = access.project(call, Permission.VIEW);
            ProjectRow copy = world.createProject(call.user());
            copy.rename("Copy of " + project.name());
            copy.describe(project.description());
            copy.tag(project.tags());
            for (TaskRow task : world.tasksOf(project.id())) {
                world.duplicate(task, copy.id());
            }
            JsonValue shown = ProjectJson.showWithoutReader(world, copy);
            return Answers.json(
                    200,
                    Json.createObjectBuilder()
                            .add("success", true)
                            .add("project", shown)
                            .build());
        });
    }
}
