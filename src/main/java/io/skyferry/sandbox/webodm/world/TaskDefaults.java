package io.skyferry.sandbox.webodm.world;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A new task's fields, in the order in which the real server serves them, and what a finished one has besides. */
final class TaskDefaults {
    /** What a duplicate doesn't take over. */
    static final Set<String> IDENTITY = Set.of("id", "project", "created_at");

    private static final JsonObject NEW_TASK = parse("""
            {"id": "", "project": 0, "processing_node": null, "processing_node_name": null, "can_rerun_from": [],
             "statistics": {}, "extent": null, "media": 0, "tags": [], "crop": null,
             "srs": {"name": "", "units": "m"}, "uuid": "", "name": null, "processing_time": -1,
             "auto_processing_node": true, "status": null, "last_error": null, "options": {}, "available_assets": [],
             "created_at": "", "pending_action": null, "public": false, "public_edit": false, "resize_to": -1,
             "upload_progress": 0.0, "resize_progress": 0.0, "running_progress": 0.0, "import_url": "",
             "images_count": 0, "partial": false, "potree_scene": {}, "epsg": null, "wkt": null,
             "orthophoto_bands": [], "size": 0.0, "compacted": false}
            """);
    private static final JsonObject FINISHED = parse("""
            {"extent": [-91.99451323800884, 46.84216755385616, -91.99310453334948, 46.843133788493624],
             "srs": {"name": "WGS 84 / UTM zone 15N", "units": "m"}, "epsg": 32615,
             "orthophoto_bands": [{"name": "red", "description": null}, {"name": "green", "description": null},
                                  {"name": "blue", "description": null}, {"name": "alpha", "description": null}]}
            """);
    /** Stages from which a task may be run again; served as soon as a node is assigned. */
    static final JsonArray STAGES = Json.createArrayBuilder(List.of(
                    "",
                    "dataset",
                    "split",
                    "merge",
                    "opensfm",
                    "openmvs",
                    "odm_filterpoints",
                    "odm_meshing",
                    "mvs_texturing",
                    "odm_georeferencing",
                    "odm_dem",
                    "odm_orthophoto",
                    "odm_report",
                    "odm_postprocess"))
            .build();

    private TaskDefaults() {}

    static Map<String, JsonValue> fields(UUID id, int project, Instant createdAt) {
        Map<String, JsonValue> fields = new LinkedHashMap<>(NEW_TASK);
        fields.put("id", Json.createValue(id.toString()));
        fields.put("project", Json.createValue(project));
        fields.put("created_at", Json.createValue(Timestamps.text(createdAt)));
        return fields;
    }

    static Map<String, JsonValue> finished() {
        return FINISHED;
    }

    private static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
