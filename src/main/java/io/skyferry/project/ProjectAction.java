package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.util.ArrayList;
import java.util.List;

/** What may be asked of a project now. */
public enum ProjectAction {
    SYNC("sync"),
    REPROCESS("reprocess"),
    RETRY_FAILED("retry-failed"),
    PROCESS_WITHOUT_FAILED("process-without-failed"),
    STOP("stop");

    private static final int FEWEST_IMAGES = 2;

    private final String word;

    ProjectAction(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** @param running whether a sync works on the project */
    public static List<ProjectAction> of(FlightProject project, ImageTally tally, boolean running) {
        if (running) {
            return List.of(STOP);
        }
        if (project.isLost()) {
            return List.of(SYNC);
        }
        List<ProjectAction> allowed = new ArrayList<>(List.of(SYNC));
        if (project.state().isWithWebOdm() || project.errorCode().equals(java.util.Optional.of(ErrorCode.NEW_IMAGES))) {
            allowed.add(REPROCESS);
        }
        if (tally.failed() + tally.refused() > 0) {
            allowed.add(RETRY_FAILED);
            if (tally.delivered() >= FEWEST_IMAGES) {
                allowed.add(PROCESS_WITHOUT_FAILED);
            }
        }
        return allowed;
    }

    /** Says why something can't be done now, and what can. */
    public static Failure conflict(FlightProject project, String why, List<ProjectAction> allowed) {
        return new Failure(
                ErrorCode.CONFLICT,
                why + " The project is " + project.state() + "; allowed now: "
                        + String.join(
                                ", ", allowed.stream().map(ProjectAction::word).toList()) + ".");
    }
}
