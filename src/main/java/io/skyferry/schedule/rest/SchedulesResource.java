package io.skyferry.schedule.rest;

import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.schedule.run.BackgroundRun;
import io.skyferry.schedule.run.RunLedger;
import io.skyferry.schedule.run.StartedAnswer;
import io.skyferry.schedule.timer.PlannedTime;
import io.skyferry.schedule.timer.Schedules;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the server does by itself, and when. For operators. */
@Path("skyferry/schedules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class SchedulesResource {
    private static final int LAST_RUNS = 5;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Schedules schedules;

    @Inject
    private RunLedger runs;

    @GET
    @Operation(operationId = "listSchedules", summary = "List what the server does by itself, and when")
    public Answer list() {
        caller.getOperator();
        List<ScheduleView> views = schedules.list().stream().map(this::view).toList();
        return new Answer(true, views, views.size());
    }

    private ScheduleView view(PlannedTime planned) {
        return new ScheduleView(
                planned.job().id(),
                planned.timetable().toString(),
                planned.next().orElse(null),
                planned.last().orElse(null),
                runs.listOfJob(planned.job().id(), LAST_RUNS).stream()
                        .map(RunView::of)
                        .toList());
    }

    public record Answer(boolean success, List<ScheduleView> schedules, int count) {}

    /**
     * @param schedule as it was set; {@code off} = never
     * @param nextAt null when it is off
     * @param lastAt when its time last came; null when it never did
     * @param lastRuns newest first, those that somebody started by hand included
     */
    public record ScheduleView(String name, String schedule, Instant nextAt, Instant lastAt, List<RunView> lastRuns) {}

    public record RunView(
            long jobId,
            String occasion,
            String askedBy,
            Instant startedAt,
            Instant endedAt,
            String error,
            String follow) {
        static RunView of(BackgroundRun run) {
            long job = run.jobId().orElseThrow();
            return new RunView(
                    job,
                    run.occasion().name(),
                    run.askedBy().map(Object::toString).orElse(null),
                    run.startedAt(),
                    run.endedAt().orElse(null),
                    run.failure().map(failure -> failure.code().name()).orElse(null),
                    StartedAnswer.address(job));
        }
    }
}
