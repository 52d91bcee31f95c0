package io.skyferry.cli.call;

import static io.skyferry.cli.call.Parameter.query;

import io.skyferry.cli.server.Fields;
import io.skyferry.cli.watch.JobSubject;
import java.util.List;
import java.util.stream.Collectors;

/** Jobs and schedules, as far as they are one request. */
final class JobCalls {
    private static final Parameter JOB = Parameter.id("The job's id, see 'skyferry jobs'.");
    private static final String[] STATES = {
        "RUNNING", "STOPPING", "STOPPED", "FAILED", "ATTENTION", "COMPLETED", "ABANDONED"
    };

    private JobCalls() {}

    static List<Call> list() {
        return List.of(jobs(), stop(), abandon(), purge(), purgeOld(), schedules(), summary(), runs());
    }

    private static Call jobs() {
        return Call.get("jobs", "/api/skyferry/jobs", "List jobs, the latest first: yours, or all for operators.")
                .with(
                        query("name", "--name", "NAME", "Only jobs of this name, such as sync-flight."),
                        query("state", "--state", "STATE", "Only jobs in one of these states.")
                                .as(Parameter.Kind.LIST)
                                .among(STATES),
                        query("project", "--project", "ID", "Only jobs of this project.")
                                .as(Parameter.Kind.NUMBER),
                        query("system", "--system", "ID", "Only jobs of this system's flights."),
                        query("owner", "--owner", "NAME@TENANT", "Only jobs of this user."),
                        query("since", "--since", "TIME", "Created then or later, like 2026-05-01T10:00:00Z."),
                        query("until", "--until", "TIME", "Created before then."),
                        query("q", "--search", "TEXT", "A part of flight, system, owner, name, outcome or error code."))
                .in(Paging.page("jobs", "after"))
                .shows(View.table(
                        "jobs",
                        "No jobs.",
                        Cell.number("JOB", "job_id"),
                        Cell.text("NAME", "job_name"),
                        Cell.text("STATUS", "status"),
                        Cell.of("RESULT", job -> JobSubject.hasEnded(job) ? job.text("exit_status") : ""),
                        Cell.time("STARTED", "started_at"),
                        Cell.took("TOOK"),
                        Cell.number("PROJECT", "project_id"),
                        Cell.text("FLIGHT", "flight_name"),
                        Cell.text("OWNER", "owner")))
                .example("jobs --limit 5", "jobs --state FAILED ATTENTION --since 2026-05-01T00:00:00Z");
    }

    private static Call stop() {
        return Call.post(
                        "stop",
                        "/api/skyferry/jobs/{id}/stop",
                        "Stop a job. What was delivered stays; a new sync goes on from there.")
                .with(JOB)
                .example("stop 41");
    }

    private static Call abandon() {
        return Call.post(
                        "abandon",
                        "/api/skyferry/jobs/{id}/abandon",
                        "Mark a job that failed or was stopped as given up (operators).")
                .with(JOB)
                .example("abandon 41");
    }

    private static Call purge() {
        return Call.delete(
                        "purge",
                        "/api/skyferry/jobs/{id}",
                        "Delete record and log of a job that is over (operators). Projects and images stay.")
                .with(JOB)
                .example("purge 41");
    }

    private static Call purgeOld() {
        return Call.post(
                        "purge-old",
                        "/api/skyferry/jobs/purge",
                        "Delete records and logs of all jobs that ended long ago (operators).")
                .with(Parameter.body(
                                "older_than_days",
                                "--older-than",
                                "DAYS",
                                "Ended so many days ago; 0: all that are over.")
                        .as(Parameter.Kind.NUMBER)
                        .mustBeGiven())
                .example("purge-old --older-than 30");
    }

    private static Call schedules() {
        return Call.get(
                        "schedules",
                        "/api/skyferry/schedules",
                        "Show what the server does by itself, and when (operators).")
                .shows(View.table(
                        "schedules",
                        "No schedules.",
                        Cell.text("NAME", "name"),
                        Cell.text("SCHEDULE", "schedule"),
                        Cell.time("NEXT", "next_at"),
                        Cell.of(
                                "LAST",
                                schedule -> Cell.time("", "started_at").value().apply(last(schedule))),
                        Cell.right("JOB", schedule -> last(schedule).text("job_id")),
                        Cell.of("ERROR", schedule -> last(schedule).text("error"))))
                .example("schedules");
    }

    private static Fields last(Fields schedule) {
        return schedule.list("last_runs").stream().findFirst().orElseGet(() -> schedule.object(""));
    }

    private static Call summary() {
        return Call.get("summary", "/api/skyferry/summary", "Count jobs by state: all, and those of the last 24 hours.")
                .shows(View.details(
                        "",
                        Cell.of("All", answer -> counts(answer.object("jobs"))),
                        Cell.of("Last 24 hours", answer -> counts(answer.object("last_day")))))
                .example("summary");
    }

    private static String counts(Fields states) {
        return states.object().keySet().stream()
                .filter(state -> states.number(state) > 0)
                .map(state -> states.number(state) + " " + state)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(", "), counted -> counted.isEmpty() ? "none" : counted));
    }

    private static Call runs() {
        return Call.get(
                        "runs",
                        "/api/skyferry/runs-grid",
                        "Show the flights that were synced last, each with how its last runs ended, the latest first.")
                .with(
                        query("flights", "--flights", "N", "At most so many flights (30).")
                                .as(Parameter.Kind.NUMBER),
                        query("runs", "--runs", "N", "At most so many runs of each (12).")
                                .as(Parameter.Kind.NUMBER))
                .shows(View.table(
                        "flights",
                        "No syncs.",
                        Cell.number("PROJECT", "project_id"),
                        Cell.text("FLIGHT", "flight_name"),
                        Cell.text("SYSTEM", "system_id"),
                        Cell.text("OWNER", "owner"),
                        Cell.text("STATE", "project_state"),
                        Cell.of(
                                "RUNS",
                                flight -> flight.list("runs").stream()
                                        .map(run -> run.text("job_id") + ":" + run.text("state"))
                                        .collect(Collectors.joining(" ")))))
                .example("runs --flights 10 --runs 3");
    }
}
