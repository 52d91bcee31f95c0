package io.skyferry.transfer;

import io.skyferry.platform.pace.BandwidthBudget;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.HostState;
import io.skyferry.tapis.TapisPace;
import io.skyferry.transfer.watch.ServerMeter;
import io.skyferry.webodm.WebOdmPace;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/** Shows what moves and how hosts are doing at {@code /metrics}; sums over the hosts of a side. */
@Singleton
@Startup
public class TransferMetrics {
    @Inject
    private MetricRegistry registry;

    @Inject
    @TapisPace
    private HostLimits tapis;

    @Inject
    @WebOdmPace
    private HostLimits webOdm;

    @Inject
    private ServerMeter server;

    @Inject
    private BandwidthBudget bandwidth;

    @Inject
    private SyncRuns runs;

    @PostConstruct
    void register() {
        gauge("skyferry_syncs_running", "Syncs that run in this server", MetricUnits.NONE, () ->
                (long) runs.list().size());
        bytes("skyferry_bytes_downloaded", "Bytes that came from Tapis", server::bytesDownloaded);
        bytes("skyferry_bytes_uploaded", "Bytes that went to WebODM", server::bytesUploaded);
        bytes("skyferry_download_bytes_per_second", "Lately from Tapis", server::downloadedPerSecond);
        bytes("skyferry_upload_bytes_per_second", "Lately to WebODM", server::uploadedPerSecond);
        bytes("skyferry_bandwidth_limit", "Bytes per second that may move now; 0 = any", bandwidth::totalRate);
        gauge(
                "skyferry_attempts_repeated",
                "Attempts that failed and were repeated",
                MetricUnits.NONE,
                server::retries);
        register("tapis", tapis);
        register("webodm", webOdm);
    }

    private void register(String side, HostLimits limits) {
        host(side, limits, "skyferry_host_requests_open", "Requests under way", HostState::open);
        host(side, limits, "skyferry_host_requests_allowed", "Requests that may be under way now", HostState::allowed);
        host(side, limits, "skyferry_host_requests_waiting", "Requests that wait for a permit", HostState::waiting);
        host(side, limits, "skyferry_host_requests", "Requests since the start", HostState::requests);
        host(side, limits, "skyferry_host_failures", "Requests that failed by the host's fault", HostState::failures);
        host(side, limits, "skyferry_host_away", "Hosts that are only probed", host -> host.out() ? 1 : 0);
    }

    private void host(String side, HostLimits limits, String name, String text, ToLongFunction<HostState> value) {
        gauge(
                name,
                text,
                MetricUnits.NONE,
                () -> limits.list().stream().mapToLong(value).sum(),
                new Tag("side", side));
    }

    private void bytes(String name, String text, Supplier<Long> value) {
        gauge(name, text, MetricUnits.BYTES, value);
    }

    private void gauge(String name, String text, String unit, Supplier<Long> value, Tag... tags) {
        Metadata metadata = Metadata.builder()
                .withName(name)
                .withDescription(text)
                .withUnit(unit)
                .build();
        registry.gauge(metadata, value, tags);
    }
}
