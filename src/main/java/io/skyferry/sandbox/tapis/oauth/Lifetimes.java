package io.skyferry.sandbox.tapis.oauth;

import java.time.Duration;

/** How long tokens of the usual grants live. Those of the device flow live 30 days. */
public record Lifetimes(Duration access, Duration refresh) {
    static final Duration DEVICE_ACCESS = Duration.ofDays(30);
}
