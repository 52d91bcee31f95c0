package io.skyferry.platform.pace;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The limits of all hosts for one kind of request (downloads, or uploads). One instance per kind and server, shared by
 * all jobs. Thread-safe.
 */
public final class HostLimits {
    /** How long a host may be away before whoever waits for it is told so. */
    public static final Duration LONGEST_OUTAGE = Duration.ofHours(6);

    private final Map<String, HostLimit> limits = new ConcurrentHashMap<>();
    private final Timekeeper time;
    private final Duration longestOutage;
    private volatile int maximum;

    /** @param maximum open requests per host, at least 1 */
    public HostLimits(int maximum, Timekeeper time) {
        this(maximum, time, LONGEST_OUTAGE);
    }

    public HostLimits(int maximum, Timekeeper time, Duration longestOutage) {
        this.maximum = HostLimit.checkedMaximum(maximum);
        this.time = time;
        this.longestOutage = longestOutage;
    }

    /** The limit that all addresses with the same scheme, host and port share. */
    public HostLimit limitOf(URI address) {
        String host = address.getScheme() + "://" + address.getAuthority();
        return limits.computeIfAbsent(host, created -> new HostLimit(host, maximum, time, longestOutage));
    }

    /** Changes the limit of every host at once; requests already open above a lower limit go on to their end. */
    public void setMaximum(int maximum) {
        if (maximum != this.maximum) {
            this.maximum = HostLimit.checkedMaximum(maximum);
            limits.values().forEach(limit -> limit.setMaximum(maximum));
        }
    }

    public int maximum() {
        return maximum;
    }

    /** Every host that was asked so far, by name. */
    public List<HostState> list() {
        return limits.values().stream()
                .map(HostLimit::state)
                .sorted(Comparator.comparing(HostState::host))
                .toList();
    }
}
