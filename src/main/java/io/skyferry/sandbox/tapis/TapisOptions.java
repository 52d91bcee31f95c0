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
 * @param behindLine whether connections can be reset, at the price of copying every byte once more
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
        boolean behindLine,
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
                false,
                Clock.systemUTC());
    }

    private TapisOptions with(String newTenant, String newUrl, int newPort) {
        return new TapisOptions(
                world,
                newPort,
                newTenant,
                newUrl,
                accessLifetime,
                refreshLifetime,
                latency,
                bytesPerSecond,
                behindLine,
                clock);
    }

    public TapisOptions withPort(int newPort) {
        return with(tenant, callbackUrl, newPort);
    }

    public TapisOptions withTenant(String newTenant) {
        return with(newTenant, callbackUrl, port);
    }

    public TapisOptions withCallbackUrl(String newUrl) {
        return with(tenant, newUrl, port);
    }

    public TapisOptions withLifetimes(Duration access, Duration refresh) {
        return new TapisOptions(
                world, port, tenant, callbackUrl, access, refresh, latency, bytesPerSecond, behindLine, clock);
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
                behindLine,
                clock);
    }

    public TapisOptions withClock(Clock newClock) {
        return new TapisOptions(
                world,
                port,
                tenant,
                callbackUrl,
                accessLifetime,
                refreshLifetime,
                latency,
                bytesPerSecond,
                behindLine,
                newClock);
    }

    /** Its connections can be reset. */
    public TapisOptions withLine() {
        return new TapisOptions(
                world,
                port,
                tenant,
                callbackUrl,
                accessLifetime,
                refreshLifetime,
                latency,
                bytesPerSecond,
                true,
                clock);
    }
}
