package io.skyferry.console;

import io.skyferry.project.ImageTally;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What decides which actions a job allows now. The only place that knows these rules.
 *
 * @param newer the id of a later run of the same project
 * @param continuing whether the server will go on with this job's work by itself
 * @param tally the project's images now; empty for a job without a project
 */
record JobStanding(RunState state, Optional<Long> newer, boolean continuing, Optional<ImageTally> tally) {

    /** Each allowed action with a sentence that says what it keeps. */
    Map<JobAction, String> allowed() {
        Map<JobAction, String> allowed = new EnumMap<>(JobAction.class);
        switch (state) {
            case RUNNING -> allowed.put(JobAction.STOP, stopKeeps());
            case STOPPING -> {}
            case FAILED, STOPPED -> {
                restart(allowed);
                if (!continuing) {
                    allowed.put(JobAction.ABANDON, abandonKeeps());
                }
                purge(allowed);
            }
            case ATTENTION -> {
                restart(allowed);
                purge(allowed);
            }
            case COMPLETED, ABANDONED -> purge(allowed);
        }
        return allowed;
    }

    private void restart(Map<JobAction, String> allowed) {
        if (newer.isEmpty() && !continuing) {
            allowed.put(JobAction.RESTART, restartKeeps());
        }
    }

    private void purge(Map<JobAction, String> allowed) {
        if (!continuing) {
            allowed.put(
                    JobAction.PURGE,
                    "Only this job's record and its log are deleted. Project, images and everything in WebODM stay.");
        }
    }

    private String stopKeeps() {
        return tally.map(now -> deliveredStays(now) + " Images under way are brought again later. ")
                        .orElse("")
                + "A restart goes on with what is left.";
    }

    private String restartKeeps() {
        return tally.map(now -> "A new job goes on with what is left. " + deliveredStays(now) + " "
                        + images(now.listed() + now.failed() + now.refused(), "is", "are") + " still to be brought.")
                .orElse("A new job does the same work again. This one stays in the list.");
    }

    private String abandonKeeps() {
        return tally.map(now -> "Only this job is marked as given up. " + deliveredStays(now)
                        + " The flight can be synced again at any time.")
                .orElse("Only this job is marked as given up.");
    }

    private static String deliveredStays(ImageTally now) {
        return now.delivered() == 0
                ? "No image is delivered yet."
                : images(now.delivered(), "that is delivered stays so", "that are delivered stay so") + ".";
    }

    private static String images(long count, String one, String more) {
        return count == 1 ? "1 image " + one : count + " images " + more;
    }

    /** Why the action is not allowed, and what is. */
    String refusal(long job, JobAction action) {
        String why = newer.filter(later -> action == JobAction.RESTART)
                .map(later -> "Job " + later + " came after it. ")
                .orElse(continuing ? "The server goes on with its work by itself. " : "");
        String others = allowed().isEmpty()
                ? "nothing"
                : String.join(
                        ", ",
                        allowed().keySet().stream().map(JobAction::wireName).toList());
        return "Job " + job + " is " + state + ": it can't be "
                + switch (action) {
                    case STOP -> "stopped";
                    case RESTART -> "restarted";
                    case ABANDON -> "abandoned";
                    case PURGE -> "purged";
                }
                + ". " + why + "Allowed now: " + others + ".";
    }
}
