package io.skyferry.project;

import io.skyferry.flight.FoundFlight;
import io.skyferry.flight.ScanProblem;
import io.skyferry.flight.ScanResult;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    private Clock clock;

    /**
     * The result of a run, as users were promised it, and more.
     *
     * @param requests how many requests the scan sent to Tapis
     * @param errors one line for each problem
     * @param wouldCreate of a dry run
     */
    public record Results(
            int systemsScanned,
            int flightsDiscovered,
            int projectsCreated,
            int projectsExisting,
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

    /** @param dryRun whether to say only what would be made */
    public Results create(Owner owner, ScanResult scan, boolean dryRun) {
        return dryRun ? plan(owner, scan) : make(owner, scan);
    }

    private Results plan(Owner owner, ScanResult scan) {
        List<PlannedProject> missing = scan.flights().stream()
                .filter(flight -> !ledger.exists(owner, flight.systemId(), flight.flightName()))
                .map(PlannedProject::of)
                .toList();
        int existing = scan.flights().size() - missing.size();
        return results(scan, new ProjectCreation.Result(List.of(), existing, List.of()), true, missing);
    }

    private Results make(Owner owner, ScanResult scan) {
        Instant started = clock.instant();
        ProjectCreation.Result made = creation.create(owner, scan.flights());
        Results results = results(scan, made, false, List.of());
        records.keep(new DiscoveryRun(owner, started, clock.instant(), results));
        return results;
    }

    private static Results results(
            ScanResult scan, ProjectCreation.Result made, boolean dryRun, List<PlannedProject> planned) {
        List<ScanProblem> problems = new ArrayList<>(scan.problems());
        problems.addAll(made.problems());
        return new Results(
                scan.systemsScanned(),
                scan.flights().size(),
                made.created().size(),
                made.existing(),
                scan.requests(),
                problems.stream().map(ScanProblem::line).toList(),
                problems,
                made.created().stream().map(CreatedProject::of).toList(),
                dryRun,
                planned);
    }
}
