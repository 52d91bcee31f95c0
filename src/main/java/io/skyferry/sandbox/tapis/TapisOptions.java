package io.skyferry.sandbox.tapis;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * How a sandbox is to be.
 *
 * @param world the directory with {@code world.json} and {@code systems/}
 * @param port 0 = any free one
 * @param tenant in place of the world's; null = that
 * @param callbackUrl in place of the callback of every client in the world; null = those
 * @param accessLifetime of access tokens, whole seconds
 * @param refreshLifetime of refresh tokens, whole seconds
 * @param latency before each answer
 * @param bytesPerSecond bandwidth of each connection in each direction; 0 = unlimited
 */
public record TapisOptions(
        Path world,
        int port,
        String tenant,
        String callbackUrl,
        Duration accessLifetime,
        Duration refreshLifetime,
        Duration latency,
        long bytesPerSecond,
        Clock clock) {

    /** The real lifetimes (4 hours, 1 year), any port, no slowness. */
    public static TapisOptions of(Path world) {
        return new TapisOptions(
                world,
                0,
                null,
                null,
                Duration.ofSeconds(14_400),
                Duration.ofSeconds(31_536_000),
                Duration.ZERO,
                0,
                Clock.systemUTC());
    }

    public TapisOptions withPort(int newPort) {
        return new TapisOptions(
                world, newPort, tenant, callbackUrl, accessLifetime, refreshLifetime, latency, bytesPerSecond, clock);
    }

    public TapisOptions withTenant(String newTenant) {
        return new TapisOptions(
                world, port, newTenant, callbackUrl, accessLifetime, refreshLifetime, latency, bytesPerSecond, clock);
    }

    public TapisOptions withCallbackUrl(String newUrl) {
        return new TapisOptions(
                world, port, tenant, newUrl, accessLifetime, refreshLifetime, latency, bytesPerSecond, clock);
    }

    public TapisOptions withLifetimes(Duration access, Duration refresh) {
        return new TapisOptions(world, port, tenant, callbackUrl, access, refresh, latency, bytesPerSecond, clock);
    }

    public TapisOptions withPace(Duration newLatency, long newBytesPerSecond) {
        return new TapisOptions(
                world,
                port,
                tenant,
                callbackUrl,
                accessLifetime,
                refreshLifetime,
                newLatency,
                newBytesPerSecond,
                clock);
    }

    public TapisOptions withClock(Clock newClock) {
        return new TapisOptions(
                world, port, tenant, callbackUrl, accessLifetime, refreshLifetime, latency, bytesPerSecond, newClock);
    }
}
