package io.skyferry.sandbox.tapis.world;

import jakarta.json.JsonObject;

/** A row that listings show although no such file exists: names that no local disk would keep. */
public record ExtraEntry(String name, String type, long size) {
    static ExtraEntry of(JsonObject json) {
        return new ExtraEntry(json.getString("name"), json.getString("type", "file"), json.getInt("size", 1));
    }
}
