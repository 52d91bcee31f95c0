package io.skyferry.transfer.batch;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.SyncRuns;

/** Passes the batch container's wish to stop on to the run. */
final class StopRequests {
    private StopRequests() {}

    static void pass(SyncRuns runs, String project) {
        runs.find(Long.parseLong(project))
                .ifPresent(run -> run.fail(new Failure(ErrorCode.STOPPED, "The job was stopped.")));
    }
}
