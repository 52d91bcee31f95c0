package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.webodm.world.PendingAction;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.StoredFile;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Orders to a task: commit, cancel, restart, remove, duplicate. */
final class TaskOrders {
    private static final double MEGABYTE = 1024 * 1024;
    /** How long a commit hangs when WebODM's message broker is away, at most. */
    private static final Duration BROKER_PATIENCE = Duration.ofMinutes(5);

    private final World world;
    private final Access access;

    TaskOrders(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void declare(Paths paths) {
        paths.add(path("commit"), Map.of("POST", this::commit));
        paths.add(path("cancel"), Map.of("POST", call -> order(call, PendingAction.CANCEL)));
        paths.add(path("restart"), Map.of("POST", call -> order(call, PendingAction.RESTART)));
        paths.add(path("remove"), Map.of("POST", this::remove));
        paths.add(path("duplicate"), Map.of("POST", this::duplicate));
    }

    private static String path(String order) {
        return "/api/projects/{project}/tasks/{task}/" + order + "/";
    }

    /** Can be repeated; doesn't revive a failed or cancelled task. Saves first, then waits for the broker. */
    private Answer commit(Call call) {
        Answer answer = world.call(() -> {
            TaskRow task = access.task(call, Permission.CHANGE);
            List<StoredFile> files = world.folders().list(task);
            task.set("images_count", files.size());
            if (files.isEmpty()) {
                throw Refusal.texts("You need to upload at least 1 file before commit");
            }
            task.set("partial", false);
            task.set("size", files.stream().mapToLong(StoredFile::bytes).sum() / MEGABYTE);
            world.history(task).committed();
            world.process(task);
            return Answers.json(200, task.json());
        });
        world.awaitBroker(BROKER_PATIENCE);
        return answer;
    }

    private Answer order(Call call, PendingAction action) {
        return world.call(() -> {
            world.order(access.task(call, Permission.CHANGE), action);
            return Answers.success();
        });
    }

    private Answer remove(Call call) {
        return world.call(() -> {
            world.remove(access.task(call, Permission.DELETE));
            return Answers.success();
        });
    }

    private Answer duplicate(Call call) {
        return world.call(() -> {
            TaskRow task = access.task(call, Permission.CHANGE);
            TaskRow copy = world.duplicate(task, task.project());
            copy.set("name", "Copy of " + task.text("name"));
            return Answers.json(
                    200,
                    Json.createObjectBuilder()
                            .add("success", true)
                            .add("task", copy.json())
                            .build());
        });
    }
}
