package io.skyferry.flight;

import io.skyferry.platform.rest.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks the system ids of a request. */
public final class SystemIds {
    private static final int MOST = 1000;

    private SystemIds() {}

    /**
     * @return the ids, each once; none when the request named none
     * @throws io.skyferry.platform.failure.Failure INVALID_REQUEST
     */
    public static Set<String> checked(List<String> ids) {
        if (ids == null) {
            return Set.of();
        }
        if (ids.size() > MOST) {
            throw Fields.invalid("systems", "has more than " + MOST + " ids");
        }
        for (String id : ids) {
            if (id == null || id.length() > 80 || !FlightRule.isProjectSystem(id)) {
                throw Fields.invalid("systems", "must hold ids that match " + FlightRule.SYSTEM_SEARCH);
            }
        }
        return new LinkedHashSet<>(ids);
    }
}
