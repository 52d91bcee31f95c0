package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.webodm.world.ProcessingNode;
import io.skyferry.sandbox.webodm.world.World;
import io.skyferry.sandbox.webodm.world.WorldClock;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;

/** What a test or a demo asks of the sandbox itself, beside the kernel's own control calls. */
final class ControlCalls {
    private final World world;
    private final WorldClock clock;

    ControlCalls(World world, WorldClock clock) {
        this.world = world;
        this.clock = clock;
    }

    void declare(Router router) {
        router.get("/sandbox/tasks", request -> Answers.json(200, tasks()));
        router.post("/sandbox/clock", request -> {
            clock.advance(Duration.ofHours(body(request).getInt("advanceHours")));
            return done(() -> {});
        });
        router.post("/sandbox/node", request -> {
            JsonObject wish = body(request);
            return done(() -> change(world.node(), wish));
        });
        router.post("/sandbox/broker", request -> {
            boolean up = body(request).getBoolean("up");
            return done(() -> world.broker(up));
        });
    }

    private Answer done(Runnable change) {
        return world.call(() -> {
            change.run();
            return Answer.empty(204);
        });
    }

    private static JsonObject body(Request request) throws IOException {
        return request.json().orElseThrow(() -> new IllegalArgumentException("a JSON object is needed"));
    }

    private static void change(ProcessingNode node, JsonObject wish) {
        if (wish.containsKey("state")) {
            node.become(ProcessingNode.State.valueOf(wish.getString("state")));
        }
        node.failNext(wish.getInt("failNext", 0));
        if (wish.getBoolean("forgetJobs", false)) {
            node.forgetJobs();
        }
    }

    private JsonValue tasks() {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        TaskReports.list(world).forEach(report -> rows.add(show(report)));
        return Json.createObjectBuilder().add("tasks", rows).build();
    }

    private static JsonObject show(TaskReport report) {
        JsonArrayBuilder files = Json.createArrayBuilder();
        report.files()
                .forEach(file -> files.add(Json.createObjectBuilder()
                        .add("name", file.name())
                        .add("bytes", file.bytes())
                        .add("sha256", file.sha256())
                        .add("uploads", file.uploads())));
        return Json.createObjectBuilder()
                .add("project", report.project())
                .add("task", "" + report.task())
                .add("name", report.name())
                .add("state", report.state())
                .add("commits", report.commits())
                .add("imagesPerJob", Json.createArrayBuilder(report.imagesPerJob()))
                .add("nodeImages", report.nodeImages())
                .add("files", files)
                .build();
    }
}
