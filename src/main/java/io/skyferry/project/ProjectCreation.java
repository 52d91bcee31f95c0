package io.skyferry.project;

import io.skyferry.flight.FoundFlight;
import io.skyferry.flight.ScanProblem;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.pace.StopSignal;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** Makes the projects of flights: each once, however often and from however many sides it is asked for. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/projects", maxAsync = 4, virtual = true)
public class ProjectCreation {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    @Resource(lookup = "java:app/concurrent/projects")
    private ManagedExecutorService threads;

    @Inject
    private ProjectLedger ledger;

    @Inject
    private Claims claims;

    @Inject
    private ProjectMaking making;

    /**
     * What became of each flight.
     *
     * @param created in the flights' order
     * @param existing how many had their project already
     */
    public record Result(List<FlightProject> created, int existing, List<ScanProblem> problems) {}

    private record Made(FoundFlight flight, FlightProject project, boolean fresh, Failure failure) {}

    /** One flight that fails is a problem of the result and never stops the others. */
    public Result create(Owner owner, List<FoundFlight> flights) {
        List<Made> all = flights.stream()
                .map(flight -> CompletableFuture.supplyAsync(() -> attempt(owner, flight), threads))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        List<FlightProject> created = new ArrayList<>();
        List<ScanProblem> problems = new ArrayList<>();
        int existing = 0;
        for (Made made : all) {
            if (made.failure() != null) {
                problems.add(ScanProblem.ofFlight(
                        made.flight().systemId(), made.flight().flightName(), made.failure()));
            } else if (made.fresh()) {
                created.add(made.project());
            } else {
                existing++;
            }
        }
        return new Result(created, existing, problems);
    }

    private Made attempt(Owner owner, FoundFlight flight) {
        try {
            return make(owner, flight);
        } catch (Failure failure) {
            return new Made(flight, null, false, failure);
        }
    }

    private Made make(Owner owner, FoundFlight flight) {
        FlightProject project = InsertRace.run(() -> ledger.ensure(owner, flight));
        OptionalLong fence = OptionalLong.empty();
        for (int look = 0; !isComplete(project) && fence.isEmpty(); look++) {
            if (look > Claims.LEASE.dividedBy(LOOK_AGAIN) + 20) {
                throw new Failure(ErrorCode.CONFLICT, "Another request has been making this project for too long.");
            }
            fence = claims.tryTake(project.id());
            if (fence.isEmpty()) {
                new StopSignal().sleep(LOOK_AGAIN);
            }
            project = ledger.get(project.id());
        }
        return fence.isEmpty()
                ? new Made(flight, project, false, null)
                : underClaim(flight, project, fence.getAsLong());
    }

    private Made underClaim(FoundFlight flight, FlightProject project, long fence) {
        try {
            if (isComplete(project)) {
                return new Made(flight, project, false, null);
            }
            making.ensure(project.id(), fence);
            return new Made(flight, ledger.get(project.id()), true, null);
        } finally {
            claims.release(project.id(), fence);
        }
    }

    private static boolean isComplete(FlightProject project) {
        return project.webOdmProjectId().isPresent() && project.webOdmTaskId().isPresent();
    }
}
