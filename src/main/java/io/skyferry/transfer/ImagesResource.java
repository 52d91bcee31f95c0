package io.skyferry.transfer;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.project.ErrorView;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The images of a project, by name, in pages. */
@Path("skyferry/projects/{id:\\d{1,18}}/images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImagesResource {
    private static final int MOST = 1000;

    @Inject
    private CurrentCaller caller;

    @Inject
    private ProjectLedger projects;

    @Inject
    private ImageLedger images;

    @GET
    @Operation(operationId = "listImages", summary = "List a project's images with state and error")
    public Answer list(
            @PathParam("id") long id,
            @QueryParam("state") String state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Fields.invalid("limit", "must be from 1 to " + MOST);
        }
        FlightProject project = projects.getOf(caller.get().owner(), id);
        List<ImageView> page = images.list(project.id(), parsed(state), after, limit).stream()
                .map(ImageView::of)
                .toList();
        String next = page.size() < limit ? null : page.get(page.size() - 1).name();
        return new Answer(true, page, page.size(), next);
    }

    private static ImageState parsed(String state) {
        if (state == null || state.isBlank()) {
            return null;
        }
        try {
            return ImageState.valueOf(state.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Fields.invalid("state", "must be one of " + List.of(ImageState.values()));
        }
    }

    /** @param next the value of {@code after} for the next page, null on the last one */
    public record Answer(boolean success, List<ImageView> images, int count, String next) {}

    public record ImageView(
            String name, String deliveredName, long size, String state, int attempts, String sha256, ErrorView error) {
        static ImageView of(Image image) {
            return new ImageView(
                    image.name(),
                    image.deliveredName(),
                    image.size(),
                    image.state().name(),
                    image.attempts(),
                    image.sha256(),
                    image.errorCode()
                            .map(code -> ErrorView.of(code, image.errorText()))
                            .orElse(null));
        }
    }
}
