package io.skyferry.platform.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes the checked settings and the clock injectable. */
@ApplicationScoped
public class SettingsProducer {
    private static final Logger LOG = Logger.getLogger(SettingsProducer.class.getName());

    @Produces
    @Singleton
    Settings settings() {
        Config config = ConfigProvider.getConfig();
        try {
            return Settings.read(name -> config.getOptionalValue(name, String.class));
        } catch (InvalidSetting e) {
            // The one line to look for; what the container logs around it is long.
            LOG.severe("Skyferry does not start: " + e.getMessage());
            throw e;
        }
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}
