package io.skyferry.sandbox.webodm.api;

import java.util.List;
import java.util.UUID;

/**
 * What a task holds and what was done with it, for tests to compare.
 *
 * @param state uploading, waiting, running, failed, completed or canceled
 * @param commits accepted commits
 * @param imagesPerJob for each job that the node started or restarted, the number of files it worked on
 * @param nodeImages the number of files that the node has under the task's current uuid, or -1
 */
public record TaskReport(
        int project,
        UUID task,
        String name,
        String state,
        int commits,
        List<Integer> imagesPerJob,
        int nodeImages,
        List<ReportedFile> files) {

    /**
     * A stored file.
     *
     * @param sha256 in hexadecimal digits
     * @param uploads how many requests brought this name
     */
    public record ReportedFile(String name, long bytes, String sha256, int uploads) {}
}
