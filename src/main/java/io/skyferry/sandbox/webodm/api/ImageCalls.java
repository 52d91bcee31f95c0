package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Body;
import io.skyferry.sandbox.webodm.world.Permission;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.StoredFile;
import io.skyferry.sandbox.webodm.world.World;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Optional;

/** The uploaded files themselves. Ranges are ignored, and without credentials there is nothing to be found. */
final class ImageCalls {
    private static final int DEFAULT_SIZE = 512;
    private static final int LARGEST_SIZE = 4096;

    private final World world;
    private final Access access;

    ImageCalls(World world, Access access) {
        this.world = world;
        this.access = access;
    }

    void declare(Paths paths) {
        String images = "/api/projects/{project}/tasks/{task}/images/";
        paths.addOpen(images + "download/{name}", Map.of("GET", this::download));
        paths.addOpen(images + "thumbnail/{name}", Map.of("GET", this::thumbnail));
    }

    private StoredFile file(Call call) {
        return world.call(() -> world.folders()
                .find(access.task(call, Permission.VIEW), call.path("name"))
                .orElseThrow(Refusal::notFound));
    }

    /** What is on disk now, whatever was uploaded. */
    private Answer download(Call call) throws IOException {
        StoredFile file = file(call);
        if (!Files.exists(file.path())) {
            throw Refusal.notFound();
        }
        long size = Files.size(file.path());
        String type = Optional.ofNullable(URLConnection.guessContentTypeFromName(file.name()))
                .orElse("application/octet-stream");
        return Answer.stream(200, type, Body.of(size, true, out -> Files.copy(file.path(), out)))
                .header("Content-Disposition", "attachment; filename=" + headerText(file.name()));
    }

    private Answer thumbnail(Call call) throws IOException {
        int size = call.request()
                .query("size")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Math.max(1, Math.min(LARGEST_SIZE, Integer.parseInt(text))))
                .orElse(DEFAULT_SIZE);
        byte[] jpeg = Thumbnail.jpeg(file(call).path(), size).orElseThrow(Refusal::notFound);
        return Answer.bytes(200, "image/jpeg", jpeg).header("Content-Disposition", "inline");
    }

    /** The real server writes names as UTF-8 into the header, where the JDK's server writes Latin-1. */
    static String headerText(String name) {
        byte[] utf8 = name.replaceAll("[\\r\\n]", "").getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.ISO_8859_1);
    }
}
