package io.skyferry.schedule.discovery;

import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.identity.SignedIn;
import io.skyferry.platform.people.DiscoveryWishes;
import io.skyferry.schedule.run.WorkStart.Started;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/** Discoveries that nobody asked for at that moment, as far as preferences and cool-down allow them. */
@ApplicationScoped
public class AutomaticDiscovery {
    private static final Logger LOG = Logger.getLogger(AutomaticDiscovery.class.getName());

    @Inject
    private DiscoveryWishes wishes;

    @Inject
    private DiscoveryStart discoveries;

    @Inject
    private Clock clock;

    void afterSignIn(@Observes SignedIn signedIn) {
        Owner owner = signedIn.owner();
        tryStart(owner, Optional.of(owner), Occasion.SIGN_IN)
                .ifPresent(started -> LOG.info(() -> owner + " signed in; discovery is job " + started.job()));
    }

    /** @return empty when the owner's preferences or his cool-down stand against it */
    public Optional<Started> tryStart(Owner owner, Optional<Owner> askedBy, Occasion occasion) {
        if (!wishes.tryStart(owner, clock.instant())) {
            return Optional.empty();
        }
        DiscoveryWishes.Wish wish = wishes.of(owner);
        return Optional.of(discoveries.start(
                owner,
                askedBy,
                occasion,
                new DiscoveryWish(
                        DiscoveryMode.CREATE, wish.systems(), List.of(), wish.mostProjects(), Optional.empty())));
    }
}
