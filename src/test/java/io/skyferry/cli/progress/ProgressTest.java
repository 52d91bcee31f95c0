package io.skyferry.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.cli.fake.TestSurroundings;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final TestSurroundings here = new TestSurroundings();

    private static Standing at(String label, long megabytes) {
        Counts counts = new Counts(100, megabytes, 0, 100_000_000, megabytes * 1_000_000);
        return new Standing(label, "STARTED", counts, false, false, JsonValue.EMPTY_JSON_OBJECT);
    }

    @Test
    void shows_current_and_average_rate_and_the_time_left() {
        Progress progress = Progress.on(here.get());
        progress.show(List.of(at("F", 0)), false);
        here.pass(Duration.ofSeconds(20));
        progress.show(List.of(at("F", 20)), false);
        here.pass(Duration.ofSeconds(10));
        progress.show(List.of(at("F", 60)), false);
        assertThat(here.err().lines().toList().get(2))
                .isEqualTo("F: STARTED  60/100 images  60.0/100.0 MB  4.0 MB/s  0:10 left  (average 2.0 MB/s)");
    }

    @Test
    void does_not_count_what_was_there_before_it_watched() {
        Progress progress = Progress.on(here.get());
        progress.show(List.of(at("F", 90)), false);
        here.pass(Duration.ofSeconds(10));
        progress.show(List.of(at("F", 95)), true);
        assertThat(here.err()).contains("0.5 MB/s  0:10 left  (average 0.5 MB/s)");
    }

    @Test
    void writes_to_a_log_only_changes_and_at_most_every_five_seconds() {
        Progress progress = Progress.on(here.get());
        for (int second = 0; second < 20; second++) {
            progress.show(List.of(at("F", Math.min(second, 12))), false);
            here.pass(Duration.ofSeconds(1));
        }
        progress.show(List.of(at("F", 12)), true);
        assertThat(here.err().lines().map(line -> line.replaceAll(".*STARTED  (\\d+)/.*", "$1")))
                .containsExactly("0", "5", "10", "12");
    }

    @Test
    void writes_the_last_standing_at_once() {
        Progress progress = Progress.on(here.get());
        progress.show(List.of(at("F", 1)), false);
        progress.show(List.of(at("F", 2)), true);
        assertThat(here.err().lines()).hasSize(2);
    }

    @Test
    void redraws_in_place_on_a_terminal() {
        here.property("skyferry.tty.err", "true").property("skyferry.columns", "66");
        Progress progress = Progress.on(here.get());
        List<Standing> standings = List.of(at("Seneca (ptdatax.project.PTDATAX-291)", 0), at("G", 50));
        progress.show(standings, false);
        progress.show(standings, false);
        String[] frames = here.err().split("\u001b\\[3A\u001b\\[J");
        assertThat(frames).hasSize(2);
        assertThat(frames[1].lines())
                .containsExactly(
                        "[----------] Seneca (ptda  0/100 images  0.0/100.0 MB  STARTED",
                        "[#####-----] G             50/100 images  50.0/100.0 MB  STARTED",
                        "[##--------] total         50/200 images  50.0/200.0 MB  0 of 2 e");
    }

    @Test
    void shows_no_time_left_for_what_has_ended() {
        Progress progress = Progress.on(here.get());
        progress.show(List.of(at("F", 0)), false);
        here.pass(Duration.ofSeconds(10));
        Standing stopped = at("F", 50);
        progress.show(List.of(new Standing("F", "STOPPED", stopped.counts(), true, false, stopped.document())), true);
        assertThat(here.err()).contains("F: STOPPED  50/100 images").doesNotContain("left");
    }

    @Test
    void lets_no_label_steer_the_terminal() {
        here.property("skyferry.tty.err", "true");
        Progress.on(here.get()).show(List.of(at("\u001b[2J\n", 0)), true);
        assertThat(here.err()).contains("\\u001b[2J\\u000a").doesNotContain("\u001b");
    }
}
