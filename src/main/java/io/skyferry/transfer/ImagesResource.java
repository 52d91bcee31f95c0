package io.skyferry.transfer;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Paged;
import io.skyferry.platform.rest.Query;
import io.skyferry.project.ErrorView;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The images of a project, by name, in pages. */
@Path("skyferry/projects/{id:\\d{1,18}}/images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "projects")
public class ImagesResource {
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 1024;

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
            @QueryParam("state") @Parameter(schema = @Schema(implementation = ImageState.class)) String state,
            @QueryParam("code") @Parameter(description = "Only images with this error code.") String code,
            @QueryParam("after") @Parameter(description = "The next of an earlier answer.") String after,
            @QueryParam("limit")
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "100"))
                    String limit) {
        int most = Query.limit(limit, USUAL, MOST);
        Optional<ImageState> wanted = Query.oneOf("state", state, ImageState.class);
        Optional<ErrorCode> error = Query.oneOf("code", code, ErrorCode.class);
        String from = Query.text("after", after, LONGEST_NAME).orElse("");
        FlightProject project = projects.getFor(caller.get(), id);
        List<Image> rows = images.list(project.id(), wanted, error, from, most + 1);
        List<ImageView> page = rows.stream().limit(most).map(ImageView::of).toList();
        String next = rows.size() > most ? page.get(most - 1).name() : null;
        return new Answer(true, page, page.size(), next);
    }

    /** @param next the value of {@code after} for the next page, null on the last one */
    public record Answer(boolean success, List<ImageView> images, int count, String next) implements Paged {}

    /**
     * @param deliveredName its name in WebODM; empty when its own can't be used
     * @param sha256 null until it is delivered
     * @param deliveredAt null until then
     * @param error null without one
     */
    public record ImageView(
            String name,
            String deliveredName,
            long size,
            String state,
            int attempts,
            String sha256,
            Instant listedAt,
            Instant deliveredAt,
            ErrorView error) {
        static ImageView of(Image image) {
            return new ImageView(
                    image.name(),
                    image.deliveredName(),
                    image.size(),
                    image.state().name(),
                    image.attempts(),
                    image.sha256(),
                    image.listedAt(),
                    image.deliveredAt().orElse(null),
                    image.errorCode()
                            .map(code -> ErrorView.of(code, image.errorText()))
                            .orElse(null));
        }
    }
}
