package io.skyferry.schedule.batch;

import io.skyferry.flight.ScanResult;
import io.skyferry.schedule.discovery.DiscoveryJob;
import io.skyferry.schedule.run.LiveRun;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;

/** Makes the projects of the flights that have none, or says which those are. */
@Named("createStep")
@Dependent
public class CreateStep extends RunStep {
    @Inject
    private DiscoveryJob discovery;

    @Override
    String work(LiveRun live) {
        JsonObject result = discovery.create(live, live.kept(ScanResult.class));
        return ended(live, result, !result.getJsonArray("errors").isEmpty());
    }
}
