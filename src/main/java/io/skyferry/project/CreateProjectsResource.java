package io.skyferry.project;

import io.skyferry.flight.FlightName;
import io.skyferry.flight.FlightRule;
import io.skyferry.flight.FlightSearch;
import io.skyferry.flight.ScanResult;
import io.skyferry.flight.SystemIds;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Makes projects from flights while the caller waits. */
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

    @POST
    @Operation(operationId = "createProjects", summary = "Make a WebODM project for each flight, never a second one")
    public Answer create(Request request) {
        Request checked = Fields.body(request).checked();
        Caller who = caller.get();
        ScanResult scan = scan(who, checked);
        return new Answer(true, runs.create(who.owner(), scan, Boolean.TRUE.equals(checked.dryRun())));
    }

    private ScanResult scan(Caller who, Request request) {
        return Boolean.TRUE.equals(request.autoDiscover())
                ? search.scan(who, request.systems())
                : search.lookAt(
                        who, request.flights().stream().map(FlightWish::name).toList());
    }

    public record Request(Boolean autoDiscover, List<String> systems, Boolean dryRun, List<FlightWish> flights) {
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
            return this;
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
