package io.skyferry.project;

import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.identity.Owner;
import java.time.Instant;
import java.util.Optional;

/**
 * What a run that makes projects is to do, for whom and why.
 *
 * @param askedBy empty: the server itself
 * @param dryRun says only what would be made
 * @param mostProjects most projects to make
 * @param job the job execution, when it is one
 */
public record DiscoveryOrder(
        Owner owner,
        Optional<Owner> askedBy,
        Occasion occasion,
        boolean dryRun,
        int mostProjects,
        Optional<Long> job,
        Instant startedAt) {

    /** Of a caller who waits for the result. */
    public static DiscoveryOrder requested(Owner caller, boolean dryRun, Instant startedAt) {
        return new DiscoveryOrder(
                caller, Optional.of(caller), Occasion.REQUEST, dryRun, Integer.MAX_VALUE, Optional.empty(), startedAt);
    }
}
