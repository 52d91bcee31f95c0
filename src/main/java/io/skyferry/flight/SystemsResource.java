package io.skyferry.flight;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.TapisSessions;
import io.skyferry.tapis.TapisSystem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The project systems that the caller may see. */
@Path("tapis-storage/systems")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SystemsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private TapisSessions sessions;

    @Inject
    private FlightDiscovery discovery;

    @GET
    @Operation(operationId = "listSystems", summary = "List the project systems that you may see")
    public Answer list() {
        List<SystemView> systems = discovery.listSystems(sessions.forCaller(caller.get()), new RequestCount()).stream()
                .map(SystemView::of)
                .toList();
        return new Answer(true, systems, systems.size());
    }

    public record Answer(boolean success, List<SystemView> systems, int count) {}

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
