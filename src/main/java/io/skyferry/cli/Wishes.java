package io.skyferry.cli;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import picocli.CommandLine.Option;

/** What a sync is to do beyond bringing new and changed images. */
final class Wishes {
    @Option(names = "--retry-refused", description = "Bring refused images again, too.")
    private boolean retryRefused;

    @Option(names = "--process-without-failed", description = "Leave failed and refused images out, and process.")
    private boolean withoutFailed;

    @Option(names = "--reprocess", description = "Add new images to a processed task and have it processed again.")
    private boolean reprocess;

    boolean isEmpty() {
        return !retryRefused && !withoutFailed && !reprocess;
    }

    JsonObject body() {
        JsonObjectBuilder body = Json.createObjectBuilder();
        add(body, "retry_refused", retryRefused);
        add(body, "process_without_failed", withoutFailed);
        add(body, "reprocess", reprocess);
        return body.build();
    }

    private static void add(JsonObjectBuilder body, String field, boolean wanted) {
        if (wanted) {
            body.add(field, true);
        }
    }
}
