package io.skyferry.transfer;

/**
 * The answer of every call that starts a sync.
 *
 * @param follow where to look how it goes
 * @param exitStatus how it ended, if the caller waited for that; otherwise null
 */
public record SyncAnswer(
        boolean success,
        String message,
        long projectId,
        long jobId,
        boolean alreadyRunning,
        String follow,
        String exitStatus) {
    static SyncAnswer of(long project, SyncStart.Started started) {
        String message = started.alreadyRunning() ? "The sync is running already." : "The sync has started.";
        return new SyncAnswer(
                true,
                message,
                project,
                started.job(),
                started.alreadyRunning(),
                "/api/skyferry/jobs/" + started.job(),
                null);
    }

    SyncAnswer ended(String exit) {
        return new SyncAnswer(success, "The sync has ended.", projectId, jobId, alreadyRunning, follow, exit);
    }
}
