package io.skyferry.transfer.preview;

import io.skyferry.flight.Flight;
import io.skyferry.flight.ImageListing;
import io.skyferry.platform.identity.Caller;
import io.skyferry.project.FlightProject;
import io.skyferry.project.browse.FlightPages;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisSessions;
import io.skyferry.transfer.Image;
import io.skyferry.transfer.ImageLedger;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Makes previews for the caller: of flights that he saw, with his own eyes at Tapis. */
@RequestScoped
public class Previews {
    @Inject
    private FlightPages flights;

    @Inject
    private TapisSessions sessions;

    @Inject
    private Tapis tapis;

    @Inject
    private ImageLedger images;

    /**
     * A preview and of what it is.
     *
     * @param requests how many were sent to Tapis
     */
    record Made(Flight flight, Optional<FlightProject> project, FlightPreview preview, int requests) {}

    /**
     * @throws io.skyferry.platform.failure.Failure FLIGHT_NOT_FOUND when no scan of the caller's saw it, and whatever
     *     the listing fails with
     */
    Made make(Caller caller, long id) {
        FlightPages.Row row = flights.get(caller.owner(), id);
        RequestCount count = new RequestCount();
        ImageListing listing = ImageListing.read(
                tapis,
                sessions.forCaller(caller),
                row.flight().systemId(),
                row.flight().imagesPath(),
                count);
        List<Image> known =
                row.project().map(project -> images.listAll(project.id())).orElse(List.of());
        return new Made(row.flight(), row.project(), FlightPreview.of(listing.images(), known), count.sent());
    }
}
