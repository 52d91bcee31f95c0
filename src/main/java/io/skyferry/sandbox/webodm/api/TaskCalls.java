package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.webodm.world.PendingAction;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.ProjectRow;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tasks: list, create, read, change. */
final class TaskCalls {
    private final World world;
    private final Access access;

    TaskCalls(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void declare(Paths paths) {
        paths.add("/api/projects/{project}/tasks/", Map.of("GET", this::list, "POST", this::create));
        paths.addOpen(
                "/api/projects/{project}/tasks/{task}/",
                Map.of("GET", this::get, "PUT", call -> update(call, true), "PATCH", call -> update(call, false)));
    }

    private Answer list(Call call) {
        return world.call(() -> {
            ProjectRow project = access.project(call, Permission.VIEW);
            List<JsonObject> rows = world.tasksOf(project.id()).stream()
                    .map(TaskRow::json)
                    .filter(row -> fits(call, row))
                    .toList();
            JsonArrayBuilder shown = Json.createArrayBuilder();
            Ordering.sort(rows, call.request().query("ordering").orElse("created_at"))
                    .forEach(shown::add);
            return Answers.json(200, shown.build());
        });
    }

    private static boolean fits(Call call, JsonObject row) {
        boolean status = call.request()
                .query("status")
                .filter(code -> !code.isEmpty())
                .map(code -> code.equals(Ordering.text(row.get("status"))))
                .orElse(true);
        Set<String> assets = row.getJsonArray("available_assets").getValuesAs(JsonString::getString).stream()
                .collect(Collectors.toSet());
        return status
                && call.request()
                        .query("available_assets")
                        .filter(names -> !names.isEmpty())
                        .map(names -> assets.containsAll(Arrays.asList(names.split(","))))
                        .orElse(true);
    }

    private Answer create(Call call) throws IOException {
        world.call(() -> access.project(call, Permission.CHANGE));
        try (Form form = call.form()) {
            return world.call(() -> {
                ProjectRow project = access.project(call, Permission.CHANGE);
                TaskRow task = form.submission().truthy("partial")
                        ? createPartial(project, form.submission())
                        : createWhole(project, form);
                return Answers.json(201, task.json());
            });
        }
    }

    /** The row exists before the fields are checked, and stays when they are refused: a row without a name. */
    private TaskRow createPartial(ProjectRow project, Submission submission) {
        TaskRow task = world.createTask(project.id());
        awaitResize(submission, task);
        TaskFields.write(submission, task);
        return task;
    }

    private TaskRow createWhole(ProjectRow project, Form form) {
        if (form.files().size() < 2) {
            throw Refusal.texts("Cannot create task, you need at least 2 images");
        }
        TaskRow task = world.createTask(project.id());
        try {
            awaitResize(form.submission(), task);
            TaskFields.write(form.submission(), task);
            form.files().forEach(file -> world.put(task, file.name(), file.path()));
            task.set("images_count", world.folders().count(task));
            return task;
        } catch (Refusal refused) {
            world.remove(task);
            throw refused;
        }
    }

    private static void awaitResize(Submission submission, TaskRow task) {
        if (submission.has("resize_to")) {
            task.await(PendingAction.RESIZE);
        }
    }

    private Answer get(Call call) {
        return world.call(
                () -> Answers.json(200, access.task(call, Permission.VIEW).json()));
    }

    /** Every update makes a worker start the task at once, partial or not, with the files that are there. */
    private Answer update(Call call, boolean complete) throws IOException {
        call.user();
        Submission submission = call.submission();
        return world.call(() -> {
            TaskRow task = access.task(call, Permission.CHANGE);
            if (complete) {
                FieldReader required = new FieldReader(submission);
                required.require("project");
                required.require("processing_node");
                required.throwIfFailed();
            }
            TaskFields.write(submission, task);
            world.process(task);
            return Answers.json(200, task.json());
        });
    }
}
