package io.skyferry.webodm;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Timekeeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One set of limits for the server. */
@ApplicationScoped
public class WebOdmPaceProducer {
    @Produces
    @Singleton
    @WebOdmPace
    HostLimits limits(Settings settings) {
        return new HostLimits(
                settings.webOdm().concurrency(),
                Timekeeper.SYSTEM,
                settings.transfer().longestOutage());
    }
}
