package io.skyferry.transfer.preview;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Paged;
import io.skyferry.platform.rest.Query;
import io.skyferry.project.ErrorView;
import io.skyferry.tapis.TapisFile;
import io.skyferry.transfer.Image;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The images of a flight as they are at the source now, joined with what the ledger knows of them. */
@Path("skyferry/flights/{id:\\d{1,18}}/images")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flights")
public class FlightImagesResource {
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 1024;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Previews previews;

    /** @param next the value of {@code after} for the next page, null on the last one */
    public record Answer(boolean success, List<FlightImage> images, int count, String next) implements Paged {}

    /**
     * @param lastModified as Tapis wrote it; null where the storage has none
     * @param plan what a sync would do with it
     * @param state the ledger's; null when it is not there
     * @param deliveredName null when its own can't be used
     * @param sha256 null until it is delivered
     * @param error null without one
     */
    public record FlightImage(
            String name,
            long size,
            String lastModified,
            PlanKind plan,
            String state,
            String deliveredName,
            int attempts,
            String sha256,
            ErrorView error) {
        static FlightImage of(PlannedImage image) {
            Optional<Image> known = image.known();
            return new FlightImage(
                    image.name(),
                    image.size(),
                    image.file()
                            .map(TapisFile::lastModified)
                            .or(() -> known.map(Image::lastModified))
                            .orElse(null),
                    image.kind(),
                    known.map(row -> row.state().name()).orElse(null),
                    image.deliveredName().orElse(null),
                    known.map(Image::attempts).orElse(0),
                    known.map(Image::sha256).orElse(null),
                    known.flatMap(row -> row.errorCode().map(code -> ErrorView.of(code, row.errorText())))
                            .orElse(null));
        }
    }

    @GET
    @Operation(operationId = "listFlightImages", summary = "List a flight's images at the source with their state here")
    public Answer list(
            @PathParam("id") long id,
            @QueryParam("plan") @Parameter(schema = @Schema(implementation = PlanKind.class)) String plan,
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
        Optional<PlanKind> kind = Query.oneOf("plan", plan, PlanKind.class);
        String from = Query.text("after", after, LONGEST_NAME).orElse("");
        List<FlightImage> found = previews.make(caller.get(), id).preview().images().stream()
                .filter(image -> image.name().compareTo(from) > 0)
                .filter(image -> kind.isEmpty() || kind.get() == image.kind())
                .limit(most + 1L)
                .map(FlightImage::of)
                .toList();
        List<FlightImage> page = found.subList(0, Math.min(most, found.size()));
        return new Answer(
                true,
                page,
                page.size(),
                found.size() > most ? page.get(most - 1).name() : null);
    }
}
