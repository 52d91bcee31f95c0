package io.skyferry.sandbox.http;

/** How slow the server is: a wait before each answer, and a bandwidth per connection and direction. */
public final class Pace {
    private volatile long latencyMillis;
    private volatile long bytesPerSecond;

    /** The wait before each answer, in milliseconds; 0 = none. */
    public void latencyMillis(long millis) {
        latencyMillis = millis;
    }

    /** The bandwidth of each connection in each direction, in bytes per second; 0 = unlimited. */
    public void bytesPerSecond(long bytes) {
        bytesPerSecond = bytes;
    }

    public long latencyMillis() {
        return latencyMillis;
    }

    public long bytesPerSecond() {
        return bytesPerSecond;
    }
}
