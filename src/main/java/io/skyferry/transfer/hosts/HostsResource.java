package io.skyferry.transfer.hosts;

import io.skyferry.platform.config.BandwidthTable;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.rest.Fields;
import io.skyferry.tapis.TapisPace;
import io.skyferry.transfer.watch.ServerMeter;
import io.skyferry.webodm.WebOdmPace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How hard this server works its hosts, and the bandwidth budget of all servers; for operators. */
@Path("skyferry/hosts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class HostsResource {
    @Inject
    private CurrentCaller caller;

    @Inject
    private Settings settings;

    @Inject
    @TapisPace
    private HostLimits tapis;

    @Inject
    @WebOdmPace
    private HostLimits webOdm;

    @Inject
    private BandwidthBudget budget;

    @Inject
    private BudgetLedger ledger;

    @Inject
    private ServerMeter traffic;

    @EJB
    private HostBudget following;

    @GET
    @Operation(
            operationId = "getHosts",
            summary = "Show open requests, limits, rates and errors by host; for operators")
    public HostsView.Answer get() {
        caller.getOperator();
        List<HostsView.Host> hosts = Stream.concat(
                        tapis.list().stream()
                                .map(host -> HostsView.Host.of("tapis", host, traffic.downloadedPerSecond())),
                        webOdm.list().stream()
                                .map(host -> HostsView.Host.of("webodm", host, traffic.uploadedPerSecond())))
                .toList();
        return new HostsView.Answer(true, settings.server().nodeName(), hosts, budgetView());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "setBandwidth", summary = "Set the bandwidth budget of all servers; for operators")
    public HostsView.Answer put(Request request) {
        String by = caller.getOperator().owner().toString();
        Bandwidth wanted = Fields.body(request).bandwidth();
        if (wanted == null) {
            throw Fields.invalid("bandwidth", "is missing");
        }
        if (Boolean.TRUE.equals(wanted.reset())) {
            ledger.forget();
        } else {
            ledger.keep(wanted.over(ledger.find().map(BudgetRow::tables).orElse(budget.tables())), by);
        }
        following.follow();
        return get();
    }

    private HostsView.Budget budgetView() {
        Optional<BudgetRow> row = ledger.find();
        BandwidthBudget.Tables tables = budget.tables();
        return new HostsView.Budget(
                tables.total().toString(),
                tables.download().toString(),
                tables.upload().toString(),
                limited(budget.totalRate()),
                limited(budget.downloadRate()),
                limited(budget.uploadRate()),
                row.isPresent() ? "operator" : "settings",
                row.map(BudgetRow::changedBy).orElse(null),
                row.map(BudgetRow::changedAt).orElse(null));
    }

    private static Long limited(long rate) {
        return rate == 0 ? null : rate;
    }

    public record Request(Bandwidth bandwidth) {}

    /**
     * What is absent stays as it is.
     *
     * @param reset has the settings hold again
     */
    public record Bandwidth(String total, String download, String upload, Boolean reset) {
        BandwidthBudget.Tables over(BandwidthBudget.Tables present) {
            return new BandwidthBudget.Tables(
                    parsed("total", total, present.total()),
                    parsed("download", download, present.download()),
                    parsed("upload", upload, present.upload()));
        }

        private static BandwidthTable parsed(String field, String text, BandwidthTable present) {
            if (text == null) {
                return present;
            }
            try {
                return BandwidthTable.parse(Fields.text(field, text, BudgetRow.LONGEST));
            } catch (IllegalArgumentException e) {
                throw Fields.invalid("bandwidth." + field, e.getMessage());
            }
        }
    }
}
