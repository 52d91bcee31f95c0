package io.skyferry.cli;

import io.skyferry.cli.server.ApiClient;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import picocli.CommandLine.Command;

@Command(
        name = "sync-all",
        description = "Have the server sync all your projects in the background, a few at a time.",
        footer = "  skyferry sync-all --wait --timeout 8h")
final class SyncAll extends JobStart {
    @Override
    JsonObject start(ApiClient api) {
        return start(api, "sync-all-flights", JsonValue.EMPTY_JSON_OBJECT);
    }
}
