package io.skyferry.sandbox.tapis.systems;

import io.skyferry.sandbox.tapis.world.StorageSystem;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A system as the service shows it: all attributes, then those that were selected. */
final class SystemView {
    /** Kept, because each static call of {@link Json} searches the class path for its provider anew. */
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private static final String CREATED = "2026-01-12T15:04:05.123456Z";
    private static final List<String> SUMMARY = List.of(
            "id", "systemType", "owner", "host", "effectiveUserId", "defaultAuthnMethod", "canExec", "parentId");
    /** Attributes that a world may leave out, with what is shown then. */
    private static final JsonObject DEFAULTS = Json.createObjectBuilder()
            .add("tenant", "")
            .add("id", "")
            .addNull("description")
            .add("systemType", "LINUX")
            .add("owner", "")
            .add("host", "storage.example.org")
            .add("enabled", true)
            .add("effectiveUserId", "svc-ptdatax")
            .add("defaultAuthnMethod", "PKI_KEYS")
            .addNull("authnCredential")
            .addNull("bucketName")
            .add("rootDir", "")
            .add("port", 22)
            .add("useProxy", false)
            .addNull("proxyHost")
            .add("proxyPort", -1)
            .addNull("dtnSystemId")
            .add("isPublic", false)
            .add("isDynamicEffectiveUser", false)
            .add("canExec", false)
            .add("canRunBatch", false)
            .add("enableCmdPrefix", false)
            .add("allowChildren", false)
            .addNull("parentId")
            .addNull("mpiCmd")
            .addNull("jobRuntimes")
            .addNull("jobWorkingDir")
            .add("jobEnvVariables", JsonValue.EMPTY_JSON_ARRAY)
            .add("jobMaxJobs", Integer.MAX_VALUE)
            .add("jobMaxJobsPerUser", Integer.MAX_VALUE)
            .addNull("batchScheduler")
            .add("batchLogicalQueues", JsonValue.EMPTY_JSON_ARRAY)
            .addNull("batchDefaultLogicalQueue")
            .addNull("batchSchedulerProfile")
            .add("jobCapabilities", JsonValue.EMPTY_JSON_ARRAY)
            .add("sharedWithUsers", JsonValue.EMPTY_JSON_ARRAY)
            .add("tags", JsonValue.EMPTY_JSON_ARRAY)
            .add("notes", JsonValue.EMPTY_JSON_OBJECT)
            .addNull("importRefId")
            .add("uuid", "")
            .add("deleted", false)
            .add("created", CREATED)
            .add("updated", CREATED)
            .build();

    private SystemView() {}

    static Set<String> attributes() {
        return DEFAULTS.keySet();
    }

    static JsonObject all(StorageSystem system, String tenant) {
        JsonObjectBuilder json = JSON.createObjectBuilder(DEFAULTS);
        system.definition().forEach((name, value) -> {
            if (DEFAULTS.containsKey(name)) {
                json.add(name, value);
            }
        });
        return json.add("tenant", tenant)
                .add("owner", system.owner())
                .add("rootDir", system.rootDir())
                .add("isPublic", system.isPublic())
                .add(
                        "sharedWithUsers",
                        JSON.createArrayBuilder(
                                system.readers().stream().sorted().toList()))
                .add(
                        "uuid",
                        UUID.nameUUIDFromBytes(system.id().getBytes(StandardCharsets.UTF_8))
                                .toString())
                .build();
    }

    /** @param select names separated by commas, {@code allAttributes} and {@code summaryAttributes} among them */
    static JsonObject select(JsonObject all, String select) {
        Set<String> names = new LinkedHashSet<>(List.of("id"));
        for (String name : select.split(",")) {
            switch (name.strip()) {
                case "allAttributes" -> names.addAll(all.keySet());
                case "summaryAttributes" -> names.addAll(SUMMARY);
                default -> names.add(name.strip());
            }
        }
        JsonObjectBuilder json = JSON.createObjectBuilder();
        names.stream().filter(all::containsKey).forEach(name -> json.add(name, all.get(name)));
        return json.build();
    }
}
