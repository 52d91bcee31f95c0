package io.skyferry.transfer;

/**
 * The answer of every call that starts a sync.
 *
 * @param follow where to look how it goes
 */
public record SyncAnswer(
        boolean success, String message, long projectId, long jobId, boolean alreadyRunning, String follow) {
    static SyncAnswer of(long project, SyncStart.Started started) {
        String message = started.alreadyRunning() ? "The sync is running already." : "The sync has started.";
        return new SyncAnswer(
                true, message, project, started.job(), started.alreadyRunning(), "/api/skyferry/jobs/" + started.job());
    }
}
