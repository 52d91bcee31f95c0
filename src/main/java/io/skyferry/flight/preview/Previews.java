package io.skyferry.flight.preview;

import io.skyferry.flight.Flight;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSession;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts readings, one at a time for each flight over all servers. Thread-safe. */
final class Previews {
    private static final Logger LOG = Logger.getLogger(Previews.class.getName());

    private final PreviewStore previews;
    private final FlightReading reading;
    private final Executor background;

    Previews(PreviewStore previews, FlightReading reading, Executor background) {
        this.previews = previews;
        this.reading = reading;
        this.background = background;
    }

    /**
     * What is known of the flight now; starts reading when that is not what it takes.
     *
     * @param session asked only if something has to be read
     */
    Positions get(Owner owner, long flightId, boolean all, Supplier<TapisSession> session) {
        Flight flight = previews.getSeen(owner, flightId);
        boolean whole = all || previews.find(flightId).map(PreviewRow::isWhole).orElse(false);
        if (InsertRace.run(() -> previews.begin(flight, whole))) {
            start(flight, whole, session);
        }
        return Positions.of(previews.find(flightId).orElseThrow(), previews.list(flightId));
    }

    private void start(Flight flight, boolean all, Supplier<TapisSession> session) {
        try {
            TapisSession mine = session.get();
            background.execute(() -> run(flight, all, mine));
        } catch (RuntimeException e) {
            previews.end(flight.id(), Optional.of(asFailure(e)));
            throw e;
        }
    }

    private static Failure asFailure(RuntimeException e) {
        return e instanceof Failure failure
                ? failure
                : new Failure(ErrorCode.INTERNAL_ERROR, "The reading could not be started.", e);
    }

    private void run(Flight flight, boolean all, TapisSession session) {
        try {
            reading.run(flight, all, session);
        } catch (RuntimeException e) {
            // the row goes silent, and the next who asks starts again
            LOG.log(Level.WARNING, "The preview of flight " + flight.id() + " could not be kept", e);
        }
    }
}
