package io.skyferry.platform.pace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Makes the usual retries injectable. */
@ApplicationScoped
public class RetriesProducer {
    @Produces
    @Singleton
    Retries retries() {
        return new Retries(RetryPolicy.DEFAULT, new SecureRandom(), StopSignal::sleep);
    }
}
