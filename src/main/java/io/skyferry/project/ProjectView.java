package io.skyferry.project;

import java.time.Instant;
import java.util.List;

/**
 * A project as lists show it.
 *
 * @param id WebODM's
 */
public record ProjectView(
        long id,
        String name,
        String description,
        Instant createdAt,
        List<String> tags,
        int taskCount,
        String state,
        String flightName,
        String systemId,
        int imageCount,
        ImagesView images,
        BytesView bytes) {

    public record ImagesView(long listed, long delivered, long failed, long refused, long gone) {
        public static ImagesView of(ImageTally tally) {
            return new ImagesView(tally.listed(), tally.delivered(), tally.failed(), tally.refused(), tally.gone());
        }
    }

    public record BytesView(long total, long delivered) {
        public static BytesView of(ImageTally tally) {
            return new BytesView(tally.totalBytes(), tally.deliveredBytes());
        }
    }

    public static ProjectView of(FlightProject project, ImageTally tally) {
        return new ProjectView(
                project.webOdmProjectId().orElseThrow(),
                project.name(),
                ProjectLooks.description(project.flight()),
                project.createdAt(),
                ProjectLooks.tags(project.flight()),
                project.webOdmTaskId().isPresent() ? 1 : 0,
                project.state().name(),
                project.flight().name(),
                project.flight().systemId(),
                project.flight().imageCount(),
                ImagesView.of(tally),
                BytesView.of(tally));
    }
}
