package io.skyferry.transfer;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.identity.SignedIn;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ProjectLedger;
import io.skyferry.tapis.TapisSessions;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Continues syncs that ended because their owner's token did, once he has signed in again. That they wait, and since
 * when he is signed in, is in the ledger: whichever server he signs in at, and whatever was restarted in between, they
 * go on. A sign-in at this server only makes it quicker.
 */
@ApplicationScoped
public class SyncResumption {
    private static final Logger LOG = Logger.getLogger(SyncResumption.class.getName());

    /** A sign-in may be stored moments before a run notices that it has no token; servers' clocks differ a little. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    @Resource
    private ManagedExecutorService executor;

    @Inject
    private ProjectLedger projects;

    @Inject
    private TapisSessions sessions;

    @Inject
    private SyncStart syncs;

    void signedIn(@Observes SignedIn event) {
        executor.execute(() -> quietly(event.owner()));
    }

    private void quietly(Owner owner) {
        try {
            resume(project -> project.owner().equals(owner));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Syncs of " + owner + " are looked at again in some seconds", e);
        }
    }

    /** Continues whatever can go on now, of all owners. */
    void resumeAll() {
        resume(project -> true);
    }

    private void resume(Predicate<FlightProject> which) {
        List<FlightProject> waiting =
                projects.listSignedOut().stream().filter(which).toList();
        Map<Owner, Optional<Instant>> signIns = new ConcurrentHashMap<>();
        for (FlightProject project : waiting) {
            Optional<Instant> signIn = signIns.computeIfAbsent(project.owner(), sessions::findSignIn);
            Instant since = project.signedOutAt().orElseThrow().minus(MARGIN);
            if (signIn.filter(since::isBefore).isPresent()) {
                resume(project);
            }
        }
    }

    private void resume(FlightProject project) {
        try {
            SyncStart.Started started = syncs.resume(project);
            LOG.info(() -> "The owner of project " + project.id() + " has signed in; its sync continues as job "
                    + started.job());
        } catch (Failure failure) {
            LOG.warning(() -> "The sync of project " + project.id() + " waits: " + failure.getMessage());
        }
    }
}
