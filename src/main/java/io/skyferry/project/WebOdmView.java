package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A project as it is in WebODM. Addresses are WebODM's own pages and files, for people who are signed in there; they
 * are null, and there are no results, when it is gone there.
 *
 * @param projectUrl the project in WebODM's list, with its task unfolded
 * @param taskUrl the task on the map
 * @param status null until WebODM has the images
 * @param runningProgress from 0 to 1
 * @param imagesCount as WebODM counts them; null when it was never asked
 * @param seenAt when it was asked with success the last time, to the minute: what is else unchanged then reads the same
 * @param trouble why it could not be asked the last time; null when it could
 */
public record WebOdmView(
        String projectUrl,
        String taskUrl,
        String status,
        double runningProgress,
        Integer imagesCount,
        List<ResultView> results,
        Instant seenAt,
        ErrorView trouble) {

    /** A file that WebODM made. */
    public record ResultView(String name, String url) {}

    static WebOdmView of(FlightProject project, Optional<ProjectWatch> watch, URI base) {
        long id = project.webOdmProjectId().orElseThrow();
        Optional<String> task = project.webOdmTaskId().filter(present -> !project.isLost());
        String list = base + "/dashboard/?project_task_open=" + id;
        boolean isThere = !project.errorCode().equals(Optional.of(ErrorCode.WEBODM_PROJECT_GONE));
        String page =
                task.map(present -> list + "&project_task_expanded=" + present).orElse(list);
        return new WebOdmView(
                isThere ? page : null,
                task.map(present -> base + "/map/project/" + id + "/task/" + present + "/")
                        .orElse(null),
                project.state().isWithWebOdm() ? project.state().name() : null,
                project.runningProgress(),
                watch.flatMap(ProjectWatch::imagesCount).orElse(null),
                task.map(present -> results(watch, base + "/api/projects/" + id + "/tasks/" + present + "/download/"))
                        .orElse(List.of()),
                watch.flatMap(ProjectWatch::seenAt)
                        .map(seen -> seen.truncatedTo(ChronoUnit.MINUTES))
                        .orElse(null),
                watch.flatMap(seen -> seen.troubleCode().map(code -> ErrorView.of(code, seen.troubleText())))
                        .orElse(null));
    }

    private static List<ResultView> results(Optional<ProjectWatch> watch, String folder) {
        return watch.map(ProjectWatch::results).orElse(List.of()).stream()
                .map(name -> new ResultView(name, folder + name))
                .toList();
    }
}
