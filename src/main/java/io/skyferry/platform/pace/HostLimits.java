package io.skyferry.platform.pace;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits of all hosts for one kind of request (downloads, or uploads). One instance per kind and server, shared by
 * all jobs. Thread-safe.
 */
public final class HostLimits {
    private final Map<String, HostLimit> limits = new ConcurrentHashMap<>();
    private final Timekeeper time;
    private volatile int maximum;

    /** @param maximum open requests per host, at least 1 */
    public HostLimits(int maximum, Timekeeper time) {
        this.maximum = HostLimit.checkedMaximum(maximum);
        this.time = time;
    }

    /** The limit that all addresses with the same scheme, host and port share. */
    public HostLimit limitOf(URI address) {
        String host = address.getScheme() + "://" + address.getAuthority();
        return limits.computeIfAbsent(host, created -> new HostLimit(maximum, time));
    }

    /** Changes the limit of every host at once; requests already open above a lower limit go on to their end. */
    public void setMaximum(int maximum) {
        this.maximum = HostLimit.checkedMaximum(maximum);
        limits.values().forEach(limit -> limit.setMaximum(maximum));
    }
}
