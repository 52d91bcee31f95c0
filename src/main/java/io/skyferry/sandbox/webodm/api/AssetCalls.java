package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.webodm.world.Assets;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.StoredFile;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.TaskStatus;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What a finished task offers, and what the node says while it works. */
final class AssetCalls {
    private static final String TASK = "/api/projects/{project}/tasks/{task}/";

    private final World world;
    private final Access access;

    AssetCalls(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void declare(Paths paths) {
        paths.addOpen(TASK + "download/{asset}", Map.of("GET", this::download));
        paths.addOpen(TASK + "thumbnail", Map.of("GET", this::thumbnail));
        paths.add(TASK + "output/", Map.of("GET", this::output));
    }

    /** A task and its files at one moment. */
    private record Snapshot(TaskRow task, List<StoredFile> files) {}

    private Snapshot finished(Call call) {
        return world.call(() -> {
            TaskRow task = access.task(call, Permission.VIEW);
            if (!task.is(TaskStatus.COMPLETED)) {
                throw Refusal.detail(404, "Asset does not exist");
            }
            return new Snapshot(task.copy(), world.folders().list(task));
        });
    }

    private Answer download(Call call) throws IOException {
        Snapshot finished = finished(call);
        String asset = call.path("asset");
        if (!Assets.NAMES.contains(asset)) {
            throw Refusal.detail(404, "Asset does not exist");
        }
        String name = finished.task().text("name").replaceAll("[\\s/\\\\\"]+", "-") + "-" + asset;
        return Answer.bytes(200, SandboxAssets.type(asset), SandboxAssets.bytes(asset, finished.files()))
                .header("Content-Disposition", "attachment; filename=" + ImageCalls.headerText(name));
    }

    private Answer thumbnail(Call call) throws IOException {
        return Answer.bytes(
                        200,
                        "image/png",
                        SandboxAssets.bytes("orthophoto.png", finished(call).files()))
                .header("Content-Disposition", "inline");
    }

    private Answer output(Call call) {
        List<String> lines = world.call(() -> lines(access.task(call, Permission.VIEW)));
        int first = call.request()
                .query("line")
                .filter(text -> text.matches("-?\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(0);
        int start = Math.max(0, Math.min(lines.size(), first < 0 ? lines.size() + first : first));
        int limit = call.request()
                .query("limit")
                .filter(text -> text.matches("\\d{1,9}"))
                .map(Integer::parseInt)
                .orElse(lines.size());
        List<String> shown = lines.subList(start, Math.min(lines.size(), start + limit));
        return switch (call.request().query("f").orElse("text")) {
            case "json" -> Answers.json(200, json(shown, lines.size()));
            case "raw" -> Answer.text(200, "text/plain; charset=utf-8", String.join("\n", shown));
            default -> Answers.json(200, Json.createValue(String.join("\n", shown)));
        };
    }

    private static JsonValue json(List<String> shown, int count) {
        return Json.createObjectBuilder()
                .add("lines", Json.createArrayBuilder(shown))
                .add("count", count)
                .build();
    }

    private List<String> lines(TaskRow task) {
        return world.node()
                .find(task.nodeUuid())
                .map(job -> List.of("WebODM sandbox: " + job.images().size() + " files received, nothing is computed"))
                .orElse(List.of(""));
    }
}
