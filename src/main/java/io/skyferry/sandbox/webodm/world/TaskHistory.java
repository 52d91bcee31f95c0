package io.skyferry.sandbox.webodm.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was done with a task, for tests to compare. Not thread-safe: used inside {@link World#call} only. */
public final class TaskHistory {
    private final Map<String, Integer> uploads = new TreeMap<>();
    private final List<Integer> imagesPerJob = new ArrayList<>();
    private int commits;

    void uploaded(String name) {
        uploads.merge(name, 1, Integer::sum);
    }

    public void committed() {
        commits++;
    }

    void processed(int images) {
        imagesPerJob.add(images);
    }

    /** How many requests brought a file of this name to its end. */
    public Map<String, Integer> uploads() {
        return uploads;
    }

    /** Accepted commits. */
    public int commits() {
        return commits;
    }

    /** For each job that the node was given or restarted, the number of images it worked on. */
    public List<Integer> imagesPerJob() {
        return imagesPerJob;
    }
}
