package io.skyferry.cli.watch;

import io.skyferry.cli.progress.Counts;
import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.Fields;
import java.util.Set;

/** A job, waited for until Jakarta Batch's status says that it has ended. */
public record JobSubject(long jobId) implements Subject {
    private static final Set<String> ENDED = Set.of("COMPLETED", "FAILED", "STOPPED", "ABANDONED");

    public static boolean hasEnded(Fields job) {
        return ENDED.contains(job.text("status"));
    }

    @Override
    public Standing look(ApiClient api) {
        Fields job = new Fields(api.get("/api/skyferry/jobs/" + jobId)).object("job");
        boolean ended = hasEnded(job);
        String phase = ended ? outcome(job) : job.text("status");
        return new Standing(label(job), phase, counts(job.object("progress")), ended, isGood(job), job.object());
    }

    private String label(Fields job) {
        String flight = job.text("flight_name");
        return flight.isEmpty() ? job.text("job_name") + " " + jobId : flight + " (" + job.text("system_id") + ")";
    }

    /** The exit status where it says more than the status. */
    public static String outcome(Fields job) {
        String exit = job.text("exit_status");
        return exit.isEmpty() ? job.text("status") : exit;
    }

    private static boolean isGood(Fields job) {
        String exit = job.text("exit_status");
        return job.text("status").equals("COMPLETED")
                && !exit.equals("NEEDS_ATTENTION")
                && !exit.equals("TOO_FEW_IMAGES")
                && !exit.equals("DONE_WITH_ERRORS")
                && !exit.startsWith("FAILED");
    }

    private static Counts counts(Fields progress) {
        return new Counts(
                progress.number("images_total"),
                progress.number("images_delivered"),
                progress.number("images_failed") + progress.number("images_refused"),
                progress.number("bytes_total"),
                progress.number("bytes_delivered"));
    }
}
