package io.skyferry.schedule.discovery;

import io.skyferry.flight.FlightSearch;
import io.skyferry.flight.ScanResult;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.rest.SnakeCaseJson;
import io.skyferry.project.DiscoveryOrder;
import io.skyferry.project.ProjectRuns;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.LiveRun;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.bind.Jsonb;
import java.io.StringReader;
import java.util.Optional;

/** The two halves of a discovery in the background. */
@ApplicationScoped
public class DiscoveryJob {
    private final Jsonb json = new SnakeCaseJson().getContext(Object.class);

    @Inject
    private FlightSearch search;

    @Inject
    private ProjectRuns projects;

    @Inject
    private DiscoveryNews news;

    /** @throws Failure when nothing could be scanned; that is kept as a discovery, too */
    public ScanResult scan(LiveRun run) {
        DiscoveryWish wish = DiscoveryWish.of(run.wish());
        try {
            return wish.flights().isEmpty()
                    ? search.scanFor(run.owner(), wish.client(), wish.systems(), news.of(run))
                    : search.lookAtFor(run.owner(), wish.client(), wish.flights());
        } catch (Failure failure) {
            if (wish.mode() != DiscoveryMode.SCAN) {
                projects.failed(order(run, wish), failure);
            }
            throw failure;
        }
    }

    /** @return as the synchronous calls answer */
    public JsonObject create(LiveRun run, ScanResult scan) {
        DiscoveryWish wish = DiscoveryWish.of(run.wish());
        return object(
                wish.mode() == DiscoveryMode.SCAN ? FlightsAnswer.of(scan) : projects.create(order(run, wish), scan));
    }

    private static DiscoveryOrder order(LiveRun live, DiscoveryWish wish) {
        BackgroundRun run = live.row();
        return new DiscoveryOrder(
                live.owner(),
                run.askedBy(),
                run.occasion(),
                wish.mode() == DiscoveryMode.DRY_RUN,
                wish.mostProjects(),
                Optional.of(live.execution()),
                run.startedAt());
    }

    private JsonObject object(Object result) {
        try (JsonReader reader = Json.createReader(new StringReader(json.toJson(result)))) {
            return reader.readObject();
        }
    }
}
