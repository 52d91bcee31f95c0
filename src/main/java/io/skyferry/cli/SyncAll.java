package io.skyferry.cli;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import picocli.CommandLine.Command;

@Command(name = "sync-all", description = "Have the server sync all your projects in the background, a few at a time.")
final class SyncAll extends JobStart {
    @Override
    String job() {
        return "sync-all-flights";
    }

    @Override
    JsonObject parameters() {
        return JsonValue.EMPTY_JSON_OBJECT;
    }
}
