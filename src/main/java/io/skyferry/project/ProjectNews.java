package io.skyferry.project;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** A project as the feed of changes tells it; ids are WebODM's, as everywhere in the API. */
public final class ProjectNews {
    private static final int LONGEST_TEXT = 200;

    private ProjectNews() {}

    static JsonObject of(FlightProject project) {
        return fields(project).build();
    }

    /** With its images as they are now. */
    public static JsonObject of(FlightProject project, ImageTally tally) {
        return fields(project).add("images", images(tally)).build();
    }

    static JsonObject ofEnd(FlightProject project, String exitStatus, ImageTally tally) {
        return fields(project)
                .add("exit_status", exitStatus)
                .add("images", images(tally))
                .build();
    }

    private static JsonObjectBuilder fields(FlightProject project) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("flight_name", project.flight().name())
                .add("system_id", project.flight().systemId())
                .add("state", project.state().name())
                .add("running_progress", project.runningProgress());
        project.webOdmProjectId().ifPresent(id -> json.add("project_id", id));
        project.webOdmTaskId().ifPresent(id -> json.add("task_id", id));
        project.errorCode()
                .ifPresent(code ->
                        json.add("error_code", code.name()).add("error_detail", shortened(project.errorText())));
        return json;
    }

    private static JsonObjectBuilder images(ImageTally tally) {
        return Json.createObjectBuilder()
                .add("listed", tally.listed())
                .add("delivered", tally.delivered())
                .add("failed", tally.failed())
                .add("refused", tally.refused())
                .add("gone", tally.gone())
                .add("bytes_total", tally.totalBytes())
                .add("bytes_delivered", tally.deliveredBytes());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
