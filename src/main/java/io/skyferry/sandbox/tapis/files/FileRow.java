package io.skyferry.sandbox.tapis.files;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;

/** One row of a listing. Owner and group are the service account's numbers, as on the portals' storage. */
record FileRow(HostPath path, String name, String type, long size, Instant lastModified) {
    /** Kept, because each static call of {@link Json} searches the class path for its provider anew. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final Map<String, String> PERMISSIONS =
            Map.of("dir", "rwxr-xr-x", "symbolic_link", "rwxrwxrwx", "file", "rw-r--r--");

    /** @param links how a path that is a link is taken: followed when asked for by its name, not inside a listing */
    static FileRow of(HostPath path, Path file, LinkOption... links) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, links);
        return new FileRow(
                path,
                path.name(),
                type(attributes),
                attributes.size(),
                attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String type(BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            return "symbolic_link";
        }
        return attributes.isDirectory() ? "dir" : attributes.isRegularFile() ? "file" : "other";
    }

    boolean isDirectory() {
        return type.equals("dir");
    }

    JsonObject toJson(String systemId) {
        String mimeType = isDirectory() ? null : mimeType(name);
        JsonObjectBuilder json = JSON.createObjectBuilder();
        return (mimeType == null ? json.addNull("mimeType") : json.add("mimeType", mimeType))
                .add("type", type)
                .add("owner", "872653")
                .add("group", "815499")
                .add("nativePermissions", PERMISSIONS.getOrDefault(type, "rw-------"))
                .add("url", "tapis://" + systemId + "/" + path.text())
                .add("lastModified", lastModified.toString())
                .add("name", name)
                .add("path", path.text())
                .add("size", size)
                .build();
    }

    private static String mimeType(String name) {
        return URLConnection.getFileNameMap().getContentTypeFor(name.toLowerCase(Locale.ROOT));
    }
}
