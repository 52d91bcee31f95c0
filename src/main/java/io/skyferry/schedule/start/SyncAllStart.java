package io.skyferry.schedule.start;

import io.skyferry.flight.FlightSearch;
import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.identity.Owner;
import io.skyferry.schedule.run.Work;
import io.skyferry.schedule.run.WorkStart;
import io.skyferry.schedule.run.WorkStart.Started;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** Starts the sync of all projects of an owner. */
@ApplicationScoped
public class SyncAllStart {
    public static final String JOB = "sync-all-flights";

    @Inject
    private FlightSearch search;

    @Inject
    private WorkStart works;

    /** @throws io.skyferry.platform.failure.Failure NO_TAPIS_TOKEN when the owner has no stored token */
    public Started start(Owner owner, Optional<Owner> askedBy, Occasion occasion) {
        search.checkStoredToken(owner, Optional.empty());
        return works.start(new Work(JOB, "", Optional.of(owner), askedBy, occasion, JsonValue.EMPTY_JSON_OBJECT));
    }
}
