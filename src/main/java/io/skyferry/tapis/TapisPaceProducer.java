package io.skyferry.tapis;

import io.skyferry.platform.config.Settings;
import io.skyferry.platform.pace.HostLimits;
import io.skyferry.platform.pace.Timekeeper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** One set of limits for the server: the SSH pool behind a Tapis system is shared by everybody. */
@ApplicationScoped
public class TapisPaceProducer {
    @Produces
    @Singleton
    @TapisPace
    HostLimits limits(Settings settings) {
        return new HostLimits(
                settings.tapis().concurrency(),
                Timekeeper.SYSTEM,
                settings.transfer().longestOutage());
    }
}
