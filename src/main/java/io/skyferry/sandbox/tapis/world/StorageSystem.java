package io.skyferry.sandbox.tapis.world;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Tapis system.
 *
 * @param readers users with READ permission on the definition
 * @param fileReaders users with READ permission on the files; like {@code readers} unless the world says otherwise
 * @param hostCredentialMissing whether the host refuses Tapis' own credential
 * @param deniedPaths paths (and all below) that the host's own permissions close
 * @param extraEntries rows to add to the listing of a directory, by its path
 * @param definition the system's entry in {@code world.json}, for all further attributes
 * @param directory where the files are
 */
public record StorageSystem(
        String id,
        String owner,
        boolean enabled,
        boolean isPublic,
        Set<String> readers,
        Set<String> fileReaders,
        boolean hostCredentialMissing,
        List<String> deniedPaths,
        Map<String, List<ExtraEntry>> extraEntries,
        JsonObject definition,
        Path directory) {

    static StorageSystem of(JsonObject json, Path directory) {
        Set<String> readers = Set.copyOf(texts(json, "readers"));
        return new StorageSystem(
                json.getString("id"),
                json.getString("owner", "operator"),
                json.getBoolean("enabled", true),
                json.getBoolean("public", false),
                readers,
                json.containsKey("fileReaders") ? Set.copyOf(texts(json, "fileReaders")) : readers,
                json.getBoolean("hostCredentialMissing", false),
                texts(json, "deniedPaths"),
                extraEntries(json),
                json,
                directory);
    }

    /** Whether the user sees the definition. */
    public boolean isVisibleTo(String user) {
        return owner.equals(user) || isPublic || readers.contains(user);
    }

    /** Whether Tapis lets the user read the files. */
    public boolean hasFilesFor(String user) {
        return owner.equals(user) || isPublic || fileReaders.contains(user);
    }

    public String rootDir() {
        return definition.getString("rootDir", "/projects/" + id);
    }

    private static List<String> texts(JsonObject json, String name) {
        return json.containsKey(name) ? json.getJsonArray(name).getValuesAs(JsonString::getString) : List.of();
    }

    private static Map<String, List<ExtraEntry>> extraEntries(JsonObject json) {
        Map<String, List<ExtraEntry>> entries = new HashMap<>();
        JsonObject extra =
                json.containsKey("extraEntries") ? json.getJsonObject("extraEntries") : JsonValue.EMPTY_JSON_OBJECT;
        extra.forEach((path, rows) -> entries.put(
                path,
                ((JsonArray) rows)
                        .getValuesAs(JsonObject.class).stream()
                                .map(ExtraEntry::of)
                                .collect(Collectors.toList())));
        return entries;
    }
}
