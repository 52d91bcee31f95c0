package io.skyferry.console;

import io.skyferry.platform.failure.ErrorCode;
import java.util.Optional;

/** How a job stands or ended, in one or two plain sentences. */
final class JobOutcome {
    private static final String FAILED = "FAILED:";

    private JobOutcome() {}

    static String of(JobRun run) {
        return switch (run.state()) {
            case RUNNING -> "It is at work.";
            case STOPPING -> "It is about to stop.";
            case STOPPED -> "It was stopped before its end.";
            case ABANDONED -> "It did not come to its end, and was given up.";
            case FAILED -> failed(run);
            case ATTENTION, COMPLETED -> ended(run);
        };
    }

    private static String failed(JobRun run) {
        return code(run)
                .map(code -> code.title() + ". "
                        + Optional.ofNullable(run.errorText()).orElse(""))
                .map(String::strip)
                .orElse(
                        "It was interrupted: its server ended, or something unexpected happened. Its log may say more.");
    }

    private static Optional<ErrorCode> code(JobRun run) {
        String exit = run.exitStatus();
        if (exit != null && exit.startsWith(FAILED)) {
            return Optional.of(ErrorCode.valueOf(exit.substring(FAILED.length())));
        }
        return run.errorCode();
    }

    private static String ended(JobRun run) {
        return switch (Optional.ofNullable(run.exitStatus()).orElse("")) {
            case "COMMITTED" -> "All images are in WebODM, which was told to process them.";
            case "NOTHING_TO_DO" -> "WebODM had all images before.";
            case "NEEDS_ATTENTION" -> missing(run);
            case "TOO_FEW_IMAGES" -> "WebODM processes no fewer than 2 images, and there are fewer.";
            case "NEW_IMAGES" -> "There are new images for a task that WebODM has processed already.";
            case "DONE_WITH_ERRORS" -> "It did what it could; some of it failed.";
            case "", "DONE", "COMPLETED" -> "It has done its work.";
            default -> "It ended with " + run.exitStatus() + ".";
        };
    }

    private static String missing(JobRun run) {
        long failed = Optional.ofNullable(run.imagesFailed()).orElse(0L);
        if (failed == 1) {
            return "1 image was not brought. Look at it, then retry, or process without it.";
        }
        return (failed == 0 ? "Some" : failed) + " images were not brought. Look at them, then retry, or process"
                + " without them.";
    }
}
