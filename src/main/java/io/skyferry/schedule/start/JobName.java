package io.skyferry.schedule.start;

import io.skyferry.platform.rest.Fields;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The jobs that can be started by name, with the names that the earlier integration had for them. */
public enum JobName {
    DISCOVER_FLIGHTS("discover-flights", List.of("discover_and_create_flight_projects"), false),
    SYNC_FLIGHT("sync-flight", List.of("download_flight_images"), false),
    SYNC_ALL_FLIGHTS("sync-all-flights", List.of("sync_all_flight_projects"), false),
    PERIODIC_DISCOVERY("periodic-discovery", List.of("periodic_flight_discovery"), true),
    PERIODIC_SYNC("periodic-sync", List.of(), true),
    PURGE("purge", List.of("cleanup_expired_oauth_states"), true);

    private final String id;
    private final List<String> oldNames;
    private final boolean operatorsOnly;

    JobName(String id, List<String> oldNames, boolean operatorsOnly) {
        this.id = id;
        this.oldNames = oldNames;
        this.operatorsOnly = operatorsOnly;
    }

    /** @throws io.skyferry.platform.failure.Failure INVALID_REQUEST, which lists the names */
    public static JobName get(String name) {
        return Arrays.stream(values())
                .filter(job -> job.id.equals(name) || job.oldNames.contains(name))
                .findFirst()
                .orElseThrow(() -> Fields.invalid("name", "must be one of " + ids()));
    }

    private static String ids() {
        return Arrays.stream(values()).map(JobName::id).collect(Collectors.joining(", "));
    }

    /** The name of the batch job. */
    public String id() {
        return id;
    }

    /** Whether it works for everybody, or throws things away. */
    boolean isForOperatorsOnly() {
        return operatorsOnly;
    }
}
