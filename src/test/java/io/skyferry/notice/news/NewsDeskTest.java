package io.skyferry.notice.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.notice.kit.NoticeKit;
import io.skyferry.platform.change.Change;
import io.skyferry.platform.change.ChangeKind;
import io.skyferry.platform.change.ChangeNote;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NewsDeskTest {
    private final NewsDesk desk = new NewsDesk(Set.of());

    private static Change change(ChangeKind kind, JsonObject body) {
        return new Change(
                1,
                Instant.EPOCH,
                ChangeNote.of(kind, NoticeKit.ADA).ofProject(7).saying(body));
    }

    private Set<Occasion> read(ChangeKind kind, String field, String value) {
        return desk.read(
                change(kind, Json.createObjectBuilder().add(field, value).build()));
    }

    private Set<Occasion> discovered(int made, int errors) {
        return desk.read(change(
                ChangeKind.FLIGHTS_DISCOVERED,
                Json.createObjectBuilder()
                        .add("projects_created", made)
                        .add("errors", errors)
                        .build()));
    }

    @Test
    void tellsOfDiscoveriesThatMadeOrMissedSomething() {
        assertThat(discovered(0, 0)).isEmpty();
        assertThat(discovered(2, 0)).containsExactly(Occasion.DISCOVERY_COMPLETE);
        assertThat(discovered(0, 1)).containsExactly(Occasion.DISCOVERY_ERRORS);
        assertThat(discovered(1, 1)).containsExactlyInAnyOrder(Occasion.DISCOVERY_COMPLETE, Occasion.DISCOVERY_ERRORS);
    }

    @ParameterizedTest
    @CsvSource({
        "SYNC_ENDED, exit_status, COMMITTED, SYNC_FINISHED",
        "NEEDS_ATTENTION, error_code, IMAGES_MISSING, NEEDS_ATTENTION",
        "SIGN_IN_NEEDED, error_code, TOKEN_EXPIRED, SIGN_IN_NEEDED",
        "PROCESSING_ENDED, state, COMPLETED, PROCESSING_FINISHED",
        "PROCESSING_ENDED, state, FAILED, PROCESSING_FAILED",
        "PROCESSING_ENDED, state, CANCELED, PROCESSING_FAILED",
        "WEBODM_LOST, state, SYNCING, TASK_LOST"
    })
    void tells(ChangeKind kind, String field, String value, Occasion occasion) {
        assertThat(read(kind, field, value)).containsExactly(occasion);
    }

    @ParameterizedTest
    @CsvSource({
        "SYNC_ENDED, exit_status, NEEDS_ATTENTION",
        "SYNC_ENDED, exit_status, FAILED:STOPPED",
        "NEEDS_ATTENTION, error_code, STOPPED",
        "NEEDS_ATTENTION, error_code, TOKEN_EXPIRED",
        "PROJECT_CHANGED, state, COMPLETED",
        "SYNC_PROGRESS, state, SYNCING"
    })
    void keepsToItself(ChangeKind kind, String field, String value) {
        assertThat(read(kind, field, value)).isEmpty();
    }

    @Test
    void aSyncWithNothingToDoIsNoNewsNorIsWhatFollows() {
        assertThat(read(ChangeKind.SYNC_ENDED, "exit_status", "NOTHING_TO_DO")).isEmpty();
        assertThat(desk.unchanged()).containsExactly(7L);

        NewsDesk later = new NewsDesk(desk.unchanged());
        JsonObject completed =
                Json.createObjectBuilder().add("state", "COMPLETED").build();
        assertThat(later.read(change(ChangeKind.PROCESSING_ENDED, completed))).isEmpty();
        assertThat(later.unchanged()).isEmpty();
        assertThat(later.read(change(ChangeKind.PROCESSING_ENDED, completed)))
                .as("when somebody restarted it after all")
                .containsExactly(Occasion.PROCESSING_FINISHED);
    }

    @Test
    void aTaskThatIsProcessedAgainIsNews() {
        read(ChangeKind.SYNC_ENDED, "exit_status", "NOTHING_TO_DO");
        read(ChangeKind.PROJECT_CHANGED, "state", "PROCESSING");
        assertThat(read(ChangeKind.PROCESSING_ENDED, "state", "FAILED")).containsExactly(Occasion.PROCESSING_FAILED);
    }

    @ParameterizedTest
    @EnumSource(ChangeKind.class)
    void standsAnyBody(ChangeKind kind) {
        assertThat(desk.read(change(kind, JsonValue.EMPTY_JSON_OBJECT))).isNotNull();
        assertThat(desk.read(new Change(1, Instant.EPOCH, ChangeNote.forOperators(kind))))
                .isNotNull();
    }
}
