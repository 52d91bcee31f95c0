package io.skyferry.schedule.discovery;

import io.skyferry.flight.FlightName;
import io.skyferry.flight.FlightRule;
import io.skyferry.flight.FlightSearch;
import io.skyferry.flight.ScanResult;
import io.skyferry.flight.SystemIds;
import io.skyferry.platform.idempotency.Idempotent;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Prefer;
import io.skyferry.project.DiscoveryOrder;
import io.skyferry.project.ProjectRuns;
import io.skyferry.schedule.run.StartedAnswer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** Makes projects from flights. */
@Path("tapis-storage/create-projects")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CreateProjectsResource {
    private static final int MOST_FLIGHTS = 1000;

    @Inject
    private CurrentCaller caller;

    @Inject
    private FlightSearch search;

    @Inject
    private ProjectRuns runs;

    @Inject
    private PreferredDiscovery preferred;

    @Inject
    private Clock clock;

    @POST
    @Idempotent
    @Operation(operationId = "createProjects", summary = "Make a WebODM project for each flight, never a second one")
    @APIResponseSchema(value = Answer.class, responseCode = "200")
    @APIResponse(
            responseCode = "202",
            description = "It runs; asked for by Prefer.",
            content = @Content(schema = @Schema(implementation = StartedAnswer.class)))
    public Response create(Request request, @Context HttpHeaders headers) {
        Request checked = Fields.body(request).checked();
        Caller who = caller.get();
        return preferred
                .find(who, Prefer.of(headers), checked.wish())
                .orElseGet(() ->
                        Response.ok(new Answer(true, create(who, checked))).build());
    }

    private ProjectRuns.Results create(Caller who, Request request) {
        DiscoveryOrder order = DiscoveryOrder.requested(who.owner(), request.isDryRun(), clock.instant());
        return runs.create(order, scan(who, request));
    }

    private ScanResult scan(Caller who, Request request) {
        if (request.client().isPresent()) {
            return Boolean.TRUE.equals(request.autoDiscover())
                    ? search.scanFor(who.owner(), request.client(), request.systems())
                    : search.lookAtFor(who.owner(), request.client(), request.names());
        }
        return Boolean.TRUE.equals(request.autoDiscover())
                ? search.scan(who, request.systems())
                : search.lookAt(who, request.names());
    }

    /** @param clientId the OAuth2 client whose stored token is to be used; absent: the first one that can be */
    public record Request(
            Boolean autoDiscover, List<String> systems, Boolean dryRun, List<FlightWish> flights, String clientId) {
        private static final int LONGEST_ID = 80;

        Request checked() {
            boolean named = flights != null && !flights.isEmpty();
            if (Boolean.TRUE.equals(autoDiscover) == named) {
                throw Fields.invalid("flights", "must be given, or 'auto_discover' be true, and not both");
            }
            if (named) {
                if (flights.size() > MOST_FLIGHTS) {
                    throw Fields.invalid("flights", "has more than " + MOST_FLIGHTS + " flights");
                }
                flights.forEach(FlightWish::check);
            }
            if (clientId != null) {
                Fields.text("client_id", clientId, LONGEST_ID);
            }
            return this;
        }

        Optional<String> client() {
            return Optional.ofNullable(clientId);
        }

        boolean isDryRun() {
            return Boolean.TRUE.equals(dryRun);
        }

        List<FlightName> names() {
            return flights.stream().map(FlightWish::name).toList();
        }

        DiscoveryWish wish() {
            DiscoveryMode mode = isDryRun() ? DiscoveryMode.DRY_RUN : DiscoveryMode.CREATE;
            return Boolean.TRUE.equals(autoDiscover)
                    ? DiscoveryWish.of(mode, List.copyOf(SystemIds.checked(systems)))
                            .with(client())
                    : new DiscoveryWish(mode, List.of(), names(), Integer.MAX_VALUE, client());
        }
    }

    /** What the caller says of a flight. Only where it is counts; what is in it, Tapis is asked. */
    public record FlightWish(String flightName, String systemId, String imagesPath, Integer imageCount) {
        private static final int LONGEST_NAME = 255;

        static void check(FlightWish wish) {
            if (wish == null) {
                throw Fields.invalid("flights", "has an empty entry");
            }
            String name = Fields.text("flight_name", wish.flightName, LONGEST_NAME);
            if (!FlightRule.isDirectoryName(name)) {
                throw Fields.invalid("flight_name", "must be the name of one directory");
            }
            SystemIds.checked(List.of(Fields.text("system_id", wish.systemId, 80)));
            if (wish.imagesPath != null && !wish.imagesPath.equals(FlightRule.imagesPath(name))) {
                throw Fields.invalid("images_path", "must be " + FlightRule.imagesPath("<flight_name>"));
            }
        }

        FlightName name() {
            return new FlightName(systemId, flightName);
        }
    }

    public record Answer(boolean success, ProjectRuns.Results results) {}
}
