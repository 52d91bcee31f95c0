package io.skyferry.project;

import io.skyferry.flight.FlightCatalog;
import io.skyferry.flight.FoundFlight;
import io.skyferry.flight.ScanProblem;
import io.skyferry.flight.ScanResult;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Goes from a finished scan to projects, and keeps a record of the run. */
@ApplicationScoped
public class ProjectRuns {
    @Inject
    private ProjectCreation creation;

    @Inject
    private DiscoveryRecords records;

    @Inject
    private ProjectLedger ledger;

    @Inject
    private FlightCatalog flights;

    @Inject
    private Clock clock;

    /**
     * The result of a run, as users were promised it, and more.
     *
     * @param projectsDeferred flights beyond the most projects that one run makes; left to a later one
     * @param requests how many requests the scan sent to Tapis
     * @param errors one line for each problem
     * @param wouldCreate of a dry run
     */
    public record Results(
            int systemsScanned,
            int flightsDiscovered,
            int projectsCreated,
            int projectsExisting,
            int projectsDeferred,
            int requests,
            List<String> errors,
            List<ScanProblem> problems,
            List<CreatedProject> createdProjects,
            boolean dryRun,
            List<PlannedProject> wouldCreate) {}

    public record CreatedProject(
            long projectId, String projectName, String flightName, String systemId, int imageCount) {
        static CreatedProject of(FlightProject project) {
            return new CreatedProject(
                    project.webOdmProjectId().orElseThrow(),
                    project.name(),
                    project.flight().name(),
                    project.flight().systemId(),
                    project.flight().imageCount());
        }
    }

    public record PlannedProject(String projectName, String flightName, String systemId, int imageCount) {
        static PlannedProject of(FoundFlight flight) {
            return new PlannedProject(
                    ProjectLooks.name(flight.flightName(), flight.systemId()),
                    flight.flightName(),
                    flight.systemId(),
                    flight.imageCount());
        }
    }

    /** Makes the projects of the flights that have none, or says which it would make, and keeps a record. */
    public Results create(DiscoveryOrder order, ScanResult scan) {
        Choice choice = choose(order, scan.flights());
        Results results = order.dryRun() ? planned(scan, choice) : made(order.owner(), scan, choice);
        records.keep(DiscoveryRun.ended(order, clock.instant(), results));
        return results;
    }

    /** Keeps a record of a run that came to nothing. */
    public void failed(DiscoveryOrder order, Failure failure) {
        records.keep(DiscoveryRun.failed(order, clock.instant(), failure));
    }

    /** What a run does with the flights that a scan found. */
    private record Choice(List<FoundFlight> existing, List<FoundFlight> missing, List<FoundFlight> deferred) {}

    private Choice choose(DiscoveryOrder order, List<FoundFlight> flights) {
        Map<Boolean, List<FoundFlight>> byExistence = flights.stream()
                .collect(Collectors.partitioningBy(
                        flight -> ledger.exists(order.owner(), flight.systemId(), flight.flightName())));
        List<FoundFlight> missing = byExistence.get(false);
        int most = Math.min(missing.size(), order.mostProjects());
        return new Choice(byExistence.get(true), missing.subList(0, most), missing.subList(most, missing.size()));
    }

    private static Results planned(ScanResult scan, Choice choice) {
        ProjectCreation.Result nothing =
                new ProjectCreation.Result(List.of(), choice.existing().size(), List.of());
        List<PlannedProject> planned =
                choice.missing().stream().map(PlannedProject::of).toList();
        return results(scan, nothing, choice.deferred().size(), true, planned);
    }

    private Results made(Owner owner, ScanResult scan, Choice choice) {
        choice.deferred().forEach(flight -> InsertRace.run(() -> flights.keep(owner.tenant(), flight)));
        List<FoundFlight> now = Stream.concat(choice.existing().stream(), choice.missing().stream())
                .toList();
        return results(scan, creation.create(owner, now), choice.deferred().size(), false, List.of());
    }

    private static Results results(
            ScanResult scan, ProjectCreation.Result made, int deferred, boolean dryRun, List<PlannedProject> planned) {
        List<ScanProblem> problems = new ArrayList<>(scan.problems());
        problems.addAll(made.problems());
        return new Results(
                scan.systemsScanned(),
                scan.flights().size(),
                made.created().size(),
                made.existing(),
                deferred,
                scan.requests(),
                problems.stream().map(ScanProblem::line).toList(),
                problems,
                made.created().stream().map(CreatedProject::of).toList(),
                dryRun,
                planned);
    }
}
