package io.skyferry.schedule.batch;

import io.skyferry.schedule.discovery.DiscoveryJob;
import io.skyferry.schedule.run.LiveRun;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Looks for flights on all systems at a time; one that fails is a line of the result. */
@Named("scanStep")
@Dependent
public class ScanStep extends RunStep {
    @Inject
    private DiscoveryJob discovery;

    @Override
    String work(LiveRun live) {
        live.keep(discovery.scan(live));
        return "SCANNED";
    }
}
