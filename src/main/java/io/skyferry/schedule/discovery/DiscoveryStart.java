package io.skyferry.schedule.discovery;

import io.skyferry.flight.FlightSearch;
import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.identity.Owner;
import io.skyferry.schedule.run.Work;
import io.skyferry.schedule.run.WorkStart;
import io.skyferry.schedule.run.WorkStart.Started;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Starts discoveries in the background, of one owner and mode at most one at a time. */
@ApplicationScoped
public class DiscoveryStart {
    public static final String JOB = "discover-flights";

    @Inject
    private FlightSearch search;

    @Inject
    private WorkStart works;

    /**
     * @param askedBy empty: the server itself
     * @throws io.skyferry.platform.failure.Failure NO_TAPIS_TOKEN when the owner has no stored token, of the
     *     wished client if there is one; CLIENT_NOT_FOUND when there is no such client
     */
    public Started start(Owner owner, Optional<Owner> askedBy, Occasion occasion, DiscoveryWish wish) {
        search.checkStoredToken(owner, wish.client());
        // Who asks for certain systems or flights wants to hear about those, whatever else runs.
        String variant =
                occasion == Occasion.REQUEST ? wish.variant() : wish.mode().variant();
        return works.start(new Work(JOB, variant, Optional.of(owner), askedBy, occasion, wish.json()));
    }

    /** What the job's name of work is when nobody asked for anything special. */
    public static String ordinaryWork(Owner owner) {
        return JOB + ":" + owner;
    }
}
