package io.skyferry.transfer;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.TapisFile;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** One image of a project, as the ledger knows it. */
@Entity
@Table(name = "image")
public class Image {
    private static final int LONGEST_ERROR = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "image_seq")
    @SequenceGenerator(name = "image_seq", sequenceName = "image_seq", allocationSize = 50)
    private Long id;

    @Column(name = "project_id", nullable = false)
    private long projectId;

    @Column(nullable = false, length = 1024)
    private String name;

    @Column(name = "delivered_name", nullable = false)
    private String deliveredName;

    @Column(name = "delivered_key", nullable = false, length = 1024)
    private String deliveredKey;

    @Column(nullable = false)
    private long size;

    @Column(name = "last_modified", length = 40)
    private String lastModified;

    @Column(length = 64)
    private String sha256;

    @Column(name = "task_id", length = 36)
    private String taskId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 10, columnDefinition = "varchar(10)")
    private ImageState state;

    @Column(nullable = false)
    private int attempts;

    @Column(name = "error_code", length = 40)
    private String errorCode;

    @Column(name = "error_text", length = LONGEST_ERROR)
    private String errorText;

    @Column(name = "listed_at", nullable = false)
    private Instant listedAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    /** For JPA only. */
    protected Image() {}

    Image(long projectId, TapisFile file, String deliveredName, String deliveredKey, Instant now) {
        this.projectId = projectId;
        this.name = file.name();
        this.deliveredName = deliveredName;
        this.deliveredKey = deliveredKey;
        this.size = file.size();
        this.lastModified = file.lastModified();
        this.state = ImageState.LISTED;
        this.listedAt = now;
    }

    /** The source shows it with another size or time than the ledger has. */
    public boolean differsFrom(TapisFile file) {
        return size != file.size() || !Objects.equals(lastModified, file.lastModified());
    }

    /** It has to be brought (again), as the source shows it now. */
    void listed(TapisFile file, Instant now) {
        String content = differsFrom(file) ? null : sha256;
        size = file.size();
        lastModified = file.lastModified();
        listedAgain(now);
        // The same file is brought into another task: what was delivered before is worth knowing.
        sha256 = content;
    }

    /** It has to be brought again, unchanged: a retry was asked for, or the task is gone that had it. */
    void listedAgain(Instant now) {
        become(ImageState.LISTED);
        listedAt = now;
        deliveredAt = null;
        sha256 = null;
        taskId = null;
        attempts = 0;
        explain(null);
    }

    /** Proven to be in the task. */
    void delivered(String hash, String task, int tries, Instant now) {
        become(ImageState.DELIVERED);
        taskId = task;
        sha256 = hash;
        attempts += tries;
        deliveredAt = now;
        explain(null);
    }

    /** All attempts failed, or the source or the file itself says that more would not help. */
    void failed(ImageState as, Failure failure, int tries) {
        become(as);
        attempts += tries;
        explain(failure);
    }

    /** Whether it was delivered into this very task. */
    boolean isIn(String task) {
        return task.equals(taskId);
    }

    void gone() {
        become(ImageState.GONE);
        explain(null);
    }

    private void become(ImageState next) {
        if (state == next) {
            return;
        }
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("an image can't go from " + state + " to " + next);
        }
        state = next;
    }

    private void explain(Failure failure) {
        errorCode = failure == null ? null : failure.code().name();
        errorText = failure == null ? null : shortened(failure.detail());
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
    }

    public Long id() {
        return id;
    }

    public String name() {
        return name;
    }

    public String deliveredName() {
        return deliveredName;
    }

    String deliveredKey() {
        return deliveredKey;
    }

    public long size() {
        return size;
    }

    /** As Tapis wrote it; null where the storage has none. */
    public String lastModified() {
        return lastModified;
    }

    public Instant listedAt() {
        return listedAt;
    }

    public Optional<Instant> deliveredAt() {
        return Optional.ofNullable(deliveredAt);
    }

    public String sha256() {
        return sha256;
    }

    public ImageState state() {
        return state;
    }

    public int attempts() {
        return attempts;
    }

    public Optional<ErrorCode> errorCode() {
        return Optional.ofNullable(errorCode).map(ErrorCode::valueOf);
    }

    public String errorText() {
        return errorText;
    }
}
