package io.skyferry.project.browse;

import io.skyferry.flight.Flight;
import io.skyferry.project.ErrorView;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectView.BytesView;
import io.skyferry.project.ProjectView.ImagesView;
import java.time.Instant;
import java.util.Map;

/**
 * A flight as its list shows it.
 *
 * @param gone whether the user's last scan did not find it any more
 * @param lastSeen the user's last scan that found it
 * @param changedAt when a scan last saw other images than before
 * @param project null without one
 */
public record FlightItem(
        long id,
        String name,
        String systemId,
        String imagesPath,
        int imageCount,
        long bytes,
        boolean gone,
        Instant firstSeen,
        Instant lastSeen,
        Instant changedAt,
        ProjectSummary project) {

    /** @param id WebODM's */
    public record ProjectSummary(
            long id, String name, String state, ImagesView images, BytesView bytes, ErrorView error) {
        static ProjectSummary of(FlightProject project, ImageTally tally) {
            return new ProjectSummary(
                    project.webOdmProjectId().orElseThrow(),
                    project.name(),
                    project.state().name(),
                    ImagesView.of(tally),
                    BytesView.of(tally),
                    ErrorView.of(project));
        }
    }

    static FlightItem of(FlightPages.Row row, Map<Long, ImageTally> tallies) {
        Flight flight = row.flight();
        return new FlightItem(
                flight.id(),
                flight.name(),
                flight.systemId(),
                flight.imagesPath(),
                flight.imageCount(),
                flight.totalBytes(),
                row.sight().isGone(),
                flight.firstSeen(),
                row.lastSeen(),
                flight.changedAt(),
                row.project()
                        .map(project -> ProjectSummary.of(project, tallies.getOrDefault(project.id(), ImageTally.NONE)))
                        .orElse(null));
    }
}
