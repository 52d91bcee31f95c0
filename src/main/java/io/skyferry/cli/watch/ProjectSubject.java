package io.skyferry.cli.watch;

import io.skyferry.cli.progress.Counts;
import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import java.util.Set;

/**
 * A project, waited for until no sync of it runs.
 *
 * @param processed wait on until WebODM has processed it, too
 */
public record ProjectSubject(long projectId, boolean processed) implements Subject {
    private static final Set<String> BAD = Set.of("NEEDS_ATTENTION", "FAILED", "CANCELED");

    @Override
    public Standing look(ApiClient api) {
        Fields project = new Fields(api.get("/api/skyferry/projects/" + projectId)).object("project");
        String state = project.text("state");
        boolean bad = BAD.contains(state);
        boolean reached = processed ? bad || state.equals("COMPLETED") : !state.equals("SYNCING");
        boolean ended = reached && !project.object("sync").flag("running");
        return new Standing(label(project), phase(project), counts(project), ended, !bad, project.object());
    }

    private static String label(Fields project) {
        String flight = project.text("flight_name");
        return flight.isEmpty() ? project.text("name") : flight + " (" + project.text("system_id") + ")";
    }

    private static String phase(Fields project) {
        String state = project.text("state");
        double share = project.object("webodm").decimal("running_progress");
        return state.equals("PROCESSING") && share > 0 ? state + " " + Math.round(share * 100) + "%" : state;
    }

    /** The image states count each image once; what is gone from the source is no longer to be delivered. */
    public static Counts counts(Fields project) {
        Fields images = project.object("images");
        long failed = images.number("failed") + images.number("refused");
        long total = images.number("listed") + images.number("delivered") + failed;
        Fields bytes = project.object("bytes");
        return new Counts(
                total == 0 ? project.number("image_count") : total,
                images.number("delivered"),
                failed,
                bytes.number("total"),
                bytes.number("delivered"));
    }
}
