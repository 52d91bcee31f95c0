package io.skyferry.notice.rest;

import io.skyferry.notice.ledger.KeptNotice;
import io.skyferry.notice.ledger.NoticeStore;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Fields;
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

/** What became of notices. */
@Path("skyferry/notices/deliveries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "notices")
public class DeliveriesResource {
    private static final int MOST = 1000;

    /** @param next the {@code before} of the next page; null = this was the last one */
    public record Answer(boolean success, int count, Long next, List<DeliveryView> deliveries) {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private NoticeStore notices;

    @GET
    @Operation(
            operationId = "listDeliveries",
            summary = "The caller's notices by mail and web hook, newest first; kept for 30 days.")
    public Answer list(@QueryParam("before") Long before, @DefaultValue("100") @QueryParam("limit") int limit) {
        return answer(notices.listOf(caller.get().owner(), beginning(before), checked(limit)), limit);
    }

    @GET
    @Path("/installation")
    @Operation(
            operationId = "listInstallationDeliveries",
            summary = "Posts to the installation's web hook, newest first. For operators.")
    public Answer listOfInstallation(
            @QueryParam("before") Long before, @DefaultValue("100") @QueryParam("limit") int limit) {
        caller.getOperator();
        return answer(notices.listOfInstallation(beginning(before), checked(limit)), limit);
    }

    private static long beginning(Long before) {
        return before == null ? Long.MAX_VALUE : before;
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Fields.invalid("limit", "must be from 1 to " + MOST);
        }
        return limit;
    }

    private static Answer answer(List<KeptNotice> page, int limit) {
        Long next = page.size() < limit
                ? null
                : Long.valueOf(page.get(page.size() - 1).id());
        return new Answer(
                true, page.size(), next, page.stream().map(DeliveryView::of).toList());
    }
}
