package io.skyferry.project.browse;

import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Cursor;
import io.skyferry.platform.rest.Paged;
import io.skyferry.platform.rest.Query;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTallies;
import io.skyferry.project.ImageTally;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The flights that the caller's scans found. */
@Path("skyferry/flights")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flights")
public class FlightsResource {
    private static final int USUAL = 50;
    private static final int MOST = 500;

    @Inject
    private CurrentCaller caller;

    @Inject
    private FlightPages flights;

    @Inject
    private ImageTallies tallies;

    /**
     * @param total how many there are; only when nothing is filtered and on the first page, otherwise null
     * @param next the {@code after} of the next page; null on the last one
     */
    public record Answer(boolean success, List<FlightItem> flights, int count, Long total, String next)
            implements Paged {}

    @GET
    @Operation(operationId = "listFlights", summary = "List the flights that your scans found")
    public Answer list(@BeanParam FlightParameters given) {
        Caller who = caller.get();
        Owner owner = OwnerChoice.one(who, given.owner);
        FlightQuestion question = FlightQuestion.of(owner, given);
        FlightOrder.Sort sort = FlightOrder.Sort.of(given.sort);
        int limit = Query.limit(given.limit, USUAL, MOST);
        Optional<Cursor> after = sort.cursor(given.after);
        List<FlightPages.Row> rows = flights.list(question, sort, after, limit + 1);
        List<FlightPages.Row> page = rows.subList(0, Math.min(limit, rows.size()));
        String next = rows.size() > limit ? sort.next(page.get(limit - 1).flight()) : null;
        Long total = question.isForAll() && after.isEmpty() ? flights.count(owner) : null;
        return new Answer(true, views(page), page.size(), total, next);
    }

    private List<FlightItem> views(List<FlightPages.Row> page) {
        Map<Long, ImageTally> counts = tallies.of(page.stream()
                .flatMap(row -> row.project().stream())
                .map(FlightProject::id)
                .toList());
        return page.stream().map(row -> FlightItem.of(row, counts)).toList();
    }
}
