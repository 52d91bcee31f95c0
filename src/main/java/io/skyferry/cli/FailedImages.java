package io.skyferry.cli;

import io.skyferry.cli.call.Pages;
import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The images of a project that could not be delivered.
 *
 * @param more whether there are more than these
 */
record FailedImages(String label, long projectId, List<Fields> images, boolean more) {
    private static final int SHOWN = 50;

    /** @param kind {@code jobs} or {@code projects}: where the standing has the project's id */
    static FailedImages list(String kind, Standing standing, ApiClient api) {
        long projectId = new Fields(standing.document()).number(kind.equals("jobs") ? "project_id" : "id");
        List<Fields> images = new ArrayList<>();
        boolean more = false;
        for (String state : List.of("FAILED", "REFUSED")) {
            var page = new ImagePages(api, projectId, state).get(SHOWN, null);
            images.addAll(new Fields(page).list("images"));
            more |= Pages.findNext(page).isPresent();
        }
        return new FailedImages(standing.label(), projectId, images, more);
    }

    void print(Output output) {
        if (images.isEmpty()) {
            return;
        }
        output.line("");
        output.line("Not delivered of " + label + ":");
        ImageTable.print(images, output);
        if (more) {
            output.line("There are more: skyferry images " + projectId + " --state FAILED");
        }
        output.line("Next: skyferry retry " + projectId + ", or skyferry process-without-failed " + projectId);
    }

    void addTo(JsonArrayBuilder array) {
        images.forEach(
                image -> array.add(Json.createObjectBuilder(image.object()).add("project_id", projectId)));
    }
}
