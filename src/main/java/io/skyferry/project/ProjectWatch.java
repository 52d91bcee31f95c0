package io.skyferry.project;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.webodm.WebOdmTask;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** When WebODM is asked about a project again, and what it said the last time. The row lives as long as the project. */
@Entity
@Table(name = "project_watch")
public class ProjectWatch {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_RESULTS = 4000;

    @Id
    @Column(name = "project_id")
    private Long projectId;

    @Column(name = "next_look_at", nullable = false)
    private Instant nextLookAt;

    @Column(name = "pause_seconds", nullable = false)
    private long pauseSeconds;

    @Column(name = "seen_at")
    private Instant seenAt;

    @Column(name = "trouble_code", length = 40)
    private String troubleCode;

    @Column(name = "trouble_text", length = LONGEST_TEXT)
    private String troubleText;

    @Column(name = "told_ending", length = 120)
    private String toldEnding;

    @Column(name = "images_count")
    private Integer imagesCount;

    @Column(length = LONGEST_RESULTS)
    private String results;

    /** For JPA only. */
    protected ProjectWatch() {}

    ProjectWatch(Long projectId, Instant now) {
        this.projectId = projectId;
        this.nextLookAt = now;
    }

    /** The project's state changed: waiting begins anew. */
    void beginAnew(ProjectState state, Instant now) {
        expectChanges();
        waitFurther(state, now);
    }

    /** The next wait is short again. */
    void expectChanges() {
        pauseSeconds = 0;
    }

    /** WebODM showed the task. */
    void seen(WebOdmTask task, ProjectState state, Instant now) {
        seenAt = now;
        troubleCode = null;
        troubleText = null;
        imagesCount = task.imagesCount();
        if (task.isSettled()) {
            toldEnding = endingOf(task);
        }
        results = shortened(String.join(" ", task.availableAssets()), LONGEST_RESULTS);
        waitFurther(state, now);
    }

    /** WebODM could not be asked; what is known of the project stays as it is. */
    void troubled(Failure failure, Instant now) {
        troubleCode = failure.code().name();
        troubleText = shortened(failure.detail(), LONGEST_TEXT);
        wait(LookPauses.afterTrouble(pause()), now);
    }

    /**
     * Names one ending of one job, so that it is told once, whatever states the project went through meanwhile. Empty
     * while the job is at work: however it ends next, that is news. Kept while WebODM says nothing.
     */
    private String endingOf(WebOdmTask task) {
        return switch (task.status()) {
            case NONE -> toldEnding;
            case QUEUED, RUNNING -> "";
            case FAILED, COMPLETED, CANCELED -> task.nodeJob() + " " + task.status();
        };
    }

    /** Whether what the task shows was seen before, and people were told of it. */
    boolean knows(WebOdmTask task) {
        return task.isSettled() && Objects.equals(toldEnding, endingOf(task));
    }

    private void waitFurther(ProjectState state, Instant now) {
        wait(LookPauses.after(pause(), state), now);
    }

    private void wait(Duration pause, Instant now) {
        pauseSeconds = pause.toSeconds();
        nextLookAt = now.plus(pause);
    }

    private Duration pause() {
        return Duration.ofSeconds(pauseSeconds);
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    Instant nextLookAt() {
        return nextLookAt;
    }

    /** Empty when WebODM was never asked. */
    public Optional<Instant> seenAt() {
        return Optional.ofNullable(seenAt);
    }

    /** Why WebODM could not be asked; empty when it could. */
    public Optional<ErrorCode> troubleCode() {
        return Optional.ofNullable(troubleCode).map(ErrorCode::valueOf);
    }

    public String troubleText() {
        return troubleText;
    }

    /** Which job ended how; an empty text while one is at work, nothing before the first. */
    Optional<String> ending() {
        return Optional.ofNullable(toldEnding);
    }

    /** As WebODM counts them; empty when it was never asked. */
    public Optional<Integer> imagesCount() {
        return Optional.ofNullable(imagesCount);
    }

    /** Names of the files that WebODM offers as results. */
    public List<String> results() {
        return results == null || results.isEmpty() ? List.of() : List.of(results.split(" "));
    }
}
