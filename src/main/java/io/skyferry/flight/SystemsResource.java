package io.skyferry.flight;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Paged;
import io.skyferry.platform.rest.Query;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.TapisSessions;
import io.skyferry.tapis.TapisSystem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The project systems that the caller may see. */
@Path("tapis-storage/systems")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "systems")
public class SystemsResource {
    private static final int MOST = 1000;

    @Inject
    private CurrentCaller caller;

    @Inject
    private TapisSessions sessions;

    @Inject
    private FlightDiscovery discovery;

    @GET
    @Operation(operationId = "listSystems", summary = "List the project systems that you may see")
    public Answer list(
            @QueryParam("limit")
                    @Parameter(
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000"),
                            description = "The most that one answer holds; absent: all.")
                    String limit,
            @QueryParam("after") @Parameter(description = "The next of an earlier answer.") String after) {
        int most = Query.limit(limit, Integer.MAX_VALUE, MOST);
        String from = Query.text("after", after).orElse("");
        List<SystemView> systems = discovery.listSystems(sessions.forCaller(caller.get()), new RequestCount()).stream()
                .filter(system -> system.id().compareTo(from) > 0)
                .sorted(Comparator.comparing(TapisSystem::id))
                .map(SystemView::of)
                .toList();
        List<SystemView> page = systems.subList(0, Math.min(most, systems.size()));
        return new Answer(
                true,
                page,
                page.size(),
                systems.size() > most ? page.get(most - 1).id() : null);
    }

    /** @param next the {@code after} of the next page; null on the last one, and without a limit */
    public record Answer(boolean success, List<SystemView> systems, int count, String next) implements Paged {}

    public record SystemView(
            String id,
            String host,
            @JsonbProperty("systemType") String systemType,
            String description,
            String created) {
        static SystemView of(TapisSystem system) {
            return new SystemView(
                    system.id(), system.host(), system.systemType(), system.description(), system.created());
        }
    }
}
