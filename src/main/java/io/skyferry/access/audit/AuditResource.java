package io.skyferry.access.audit;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Paged;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail, for administrators. */
@Path("/skyferry/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "administration")
public class AuditResource {

    /** @param who absent when nobody proved who he is */
    public record EventView(
            long id, String at, String who, String what, String subject, String address, String outcome) {}

    /** @param next what to give as {@code after} for the next page; absent on the last one */
    public record Page(boolean success, List<EventView> events, int count, Long next) implements Paged {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private AuditTrail trail;

    @GET
    @Operation(summary = "Events in the order in which they happened, or with order -id the newest first.")
    public Page list(
            @QueryParam("after") String after,
            @QueryParam("order") @DefaultValue("id") String order,
            @QueryParam("limit") @DefaultValue("100") String limit,
            @QueryParam("who") String who,
            @QueryParam("what") String what) {
        caller.getAdministrator();
        int most = (int) number("limit", limit, 1, 1000);
        List<EventView> events = entries(after, order, most, who, what).stream()
                .map(entry -> new EventView(
                        entry.id(),
                        entry.happenedAt().toString(),
                        entry.who(),
                        entry.what(),
                        entry.subject(),
                        entry.address(),
                        entry.outcome()))
                .toList();
        Long next = events.size() < most ? null : events.get(most - 1).id();
        return new Page(true, events, events.size(), next);
    }

    private List<AuditEntry> entries(String after, String order, int most, String who, String what) {
        return switch (order) {
            case "id" -> trail.list(after == null ? 0 : number("after", after, 0, Long.MAX_VALUE), most, who, what);
            case "-id" ->
                trail.listNewest(
                        after == null ? Long.MAX_VALUE : number("after", after, 0, Long.MAX_VALUE), most, who, what);
            default -> throw Fields.invalid("order", "must be id or -id");
        };
    }

    private static long number(String field, String text, long least, long most) {
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message
        }
        throw Fields.invalid(field, "must be a whole number from " + least + " to " + most);
    }
}
