package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.TaskRow;
import io.skyferry.sandbox.webodm.world.World;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * POST upload/: any number of files under any field name, a file that is there already is replaced. Besides the files
 * every writable field of the task can be sent; they are saved with the whole row as it was when the handling of the
 * request began. For bare gunicorn that is before the body came in.
 */
final class UploadCalls {
    private static final int LONGEST_NAME_BYTES = 255;

    private final World world;
    private final Access access;
    private final Flavour flavour;

    UploadCalls(World world, Access access, Flavour flavour) {
        this.world = world;
        this.access = access;
        this.flavour = flavour;
    }

    void declare(Paths paths) {
        paths.add("/api/projects/{project}/tasks/{task}/upload/", Map.of("POST", this::upload));
    }

    private Answer upload(Call call) throws IOException {
        TaskRow early = load(call);
        try (Form form = call.form()) {
            return store(form, flavour.buffersRequests() ? load(call) : early);
        }
    }

    private TaskRow load(Call call) {
        return world.call(() -> access.task(call, Permission.CHANGE).copy());
    }

    private Answer store(Form form, TaskRow task) throws IOException {
        if (form.files().isEmpty()) {
            throw Refusal.texts("No files uploaded");
        }
        Optional<ChunkOrder> order = form.files().size() == 1 ? ChunkOrder.find(form.submission()) : Optional.empty();
        Optional<IncomingFile> whole = Optional.empty();
        if (order.isPresent()) {
            whole = order.get().append(world.folders(), form.files().get(0));
            if (whole.isEmpty()) {
                return uploaded(Json.createObjectBuilder());
            }
        }
        Iterable<IncomingFile> files = whole.isPresent() ? List.of(whole.get()) : form.files();
        return world.call(() -> {
            JsonObjectBuilder sizes = Json.createObjectBuilder();
            for (IncomingFile file : files) {
                refuseUnstorable(file.name());
                world.put(task, file.name(), file.path());
                sizes.add(file.name(), file.bytes());
            }
            task.set("images_count", world.folders().count(task));
            TaskFields.write(form.submission(), task);
            world.overwrite(task);
            return uploaded(sizes);
        });
    }

    /** The real server breaks on what its file system can't store. */
    private static void refuseUnstorable(String name) {
        if (name.indexOf('\0') >= 0 || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME_BYTES) {
            throw Refusal.crash();
        }
    }

    private static Answer uploaded(JsonObjectBuilder sizes) {
        return Answers.json(
                200,
                Json.createObjectBuilder()
                        .add("success", true)
                        .add("uploaded", sizes)
                        .build());
    }
}
