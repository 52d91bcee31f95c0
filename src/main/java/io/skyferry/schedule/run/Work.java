package io.skyferry.schedule.run;

import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.identity.Owner;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * Something to be done in the background.
 *
 * @param job the batch job that does it
 * @param variant tells apart what of one job and owner may run side by side; mostly empty
 * @param owner for whom; empty: for all, or for the installation
 * @param askedBy who asked; empty: the server itself
 * @param wish what the job is to do, in its own words
 */
public record Work(
        String job,
        String variant,
        Optional<Owner> owner,
        Optional<Owner> askedBy,
        Occasion occasion,
        JsonObject wish) {

    /** What is done at most once at a time. */
    public String name() {
        String kind = variant.isEmpty() ? job : job + "/" + variant;
        return owner.map(who -> kind + ":" + who).orElse(kind);
    }
}
