package io.skyferry.schedule.run;

import io.skyferry.schedule.run.WorkStart.Started;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * The answer of a call that starts a job.
 *
 * @param follow where to look how it goes; also the header {@code Location}
 */
public record StartedAnswer(boolean success, String message, long jobId, boolean alreadyRunning, String follow) {

    private static StartedAnswer of(Started started) {
        return new StartedAnswer(
                true,
                started.alreadyRunning() ? "The job is running already." : "The job has started.",
                started.job(),
                started.alreadyRunning(),
                address(started.job()));
    }

    public static String address(long job) {
        return "/api/skyferry/jobs/" + job;
    }

    /** 202 with the job's address; relative, because a proxy may know another host than this server. */
    public static Response.ResponseBuilder accepted(Started started) {
        return Response.accepted(of(started)).header(HttpHeaders.LOCATION, address(started.job()));
    }
}
