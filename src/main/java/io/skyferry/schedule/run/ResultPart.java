package io.skyferry.schedule.run;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A piece of a run's result, so that lists of runs need not read results, and a result may be longer than a column. */
@Entity
@Table(name = "background_result")
class ResultPart {
    /** Not of the result: how far the run is, or was when it ended. */
    static final int PROGRESS = -1;

    private static final int LONGEST = 1_000_000;

    /** Whose, and which. */
    @Embeddable
    record Key(
            @Column(name = "run_id", nullable = false) long run,
            @Column(nullable = false) int part) {}

    @EmbeddedId
    private Key id;

    @Column(nullable = false, length = LONGEST)
    private String text;

    /** For JPA only. */
    protected ResultPart() {}

    private ResultPart(Key id, String text) {
        this.id = id;
        this.text = text;
    }

    static ResultPart progress(long run, String text) {
        return new ResultPart(progressKey(run), text);
    }

    static Key progressKey(long run) {
        return new Key(run, PROGRESS);
    }

    void replace(String other) {
        text = other;
    }

    static List<ResultPart> split(long run, String text) {
        List<ResultPart> parts = new ArrayList<>();
        for (int begin = 0; begin < text.length(); begin += LONGEST) {
            int end = Math.min(text.length(), begin + LONGEST);
            parts.add(new ResultPart(new Key(run, parts.size()), text.substring(begin, end)));
        }
        return parts;
    }

    String text() {
        return text;
    }
}
