package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers now, answers later, and answers given twice. */
class PreferIT {
    private static final String CREATE = "/api/tapis-storage/create-projects/";
    private static final String DISCOVER = "/api/tapis-storage/discover-flights/";
    private static final String SYNC = "/api/tapis-storage/sync-project-images/";

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void whoWantsToGoOnIsLedToTheJob() {
        scene.flight("Later").withPhotos(2);

        Reply reply = prefer("respond-async").post(CREATE, Bodies.autoDiscover());

        assertThat(reply.status()).isEqualTo(202);
        assertThat(header(reply, "Preference-Applied")).isEqualTo("respond-async");
        long job = reply.json().getJsonNumber("job_id").longValue();
        assertThat(header(reply, "Location")).isEqualTo("/api/skyferry/jobs/" + job);
        JsonObject result = scene.awaitEnd(job).getJsonObject("result");
        assertThat(result.keySet())
                .containsAll(scene.api()
                        .post(CREATE, Bodies.autoDiscover())
                        .ok()
                        .getJsonObject("results")
                        .keySet());
        assertThat(result.getJsonArray("created_projects").getJsonObject(0).getString("flight_name"))
                .isEqualTo("Later");
    }

    @Test
    void whoWaitsGetsTheOrdinaryAnswer() {
        scene.flight("Soon").withPhotos(2);

        Reply found = prefer("wait=60").post(DISCOVER, JsonObject.EMPTY_JSON_OBJECT);
        assertThat(header(found, "Preference-Applied")).isEqualTo("wait=60");
        assertThat(found.ok().getInt("count")).isEqualTo(1);
        assertThat(found.json().getJsonArray("flights").getJsonObject(0).getString("images_path"))
                .isEqualTo("Soon/code/images");

        JsonObject made = prefer("respond-async, wait=60")
                .post(CREATE, Bodies.autoDiscover())
                .ok();
        assertThat(made.getJsonObject("results").getInt("projects_created")).isEqualTo(1);

        long project = made.getJsonObject("results")
                .getJsonArray("created_projects")
                .getJsonObject(0)
                .getInt("project_id");
        JsonObject synced =
                prefer("wait=60").post(SYNC, Bodies.project(project)).ok();
        assertThat(synced.getString("exit_status")).isEqualTo("COMMITTED");
    }

    @Test
    void whoWaitsTooShortIsLedToTheJob() {
        scene.deployment().tapis().pace().latencyMillis(3000);

        Reply reply = prefer("wait=1").post(DISCOVER, JsonObject.EMPTY_JSON_OBJECT);

        assertThat(reply.status()).isEqualTo(202);
        scene.deployment().tapis().pace().latencyMillis(0);
        JsonObject ended = scene.awaitEnd(reply.json().getInt("job_id"));
        assertThat(ended.getJsonObject("result").getInt("count")).isZero();
    }

    @Test
    void aFailureIsToldToWhoWaits() {
        Reply reply = prefer("wait=60").post(DISCOVER, Bodies.systems("ptdatax.project.NONE-2"));

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().getString("code")).isEqualTo("SYSTEM_NOT_ACCESSIBLE");
    }

    @ParameterizedTest
    @CsvSource({"respond-async, 401", "wait=60, 200"})
    void whatRunsLaterNeedsASignIn(String preference, int status) {
        Scene stranger = Scene.withoutSignIn();

        assertThat(stranger.api()
                        .with("Prefer", preference)
                        .post(DISCOVER, JsonObject.EMPTY_JSON_OBJECT)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void theSameRequestGetsTheSameAnswer() {
        scene.flight("Once").withPhotos(2);
        Api keyed = scene.api().with("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");

        Reply first = keyed.post(CREATE, Bodies.autoDiscover());
        Reply again = keyed.post(CREATE.replace("-p", "_p").replaceAll("/$", ""), Bodies.autoDiscover());
        Reply other = keyed.post(
                CREATE,
                Json.createObjectBuilder(Bodies.autoDiscover())
                        .add("dry_run", true)
                        .build());

        assertThat(first.ok().getJsonObject("results").getInt("projects_created"))
                .isEqualTo(1);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(header(again, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().getString("code")).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void theSameStartIsLedToTheSameJobAfterItsEnd() {
        Api keyed = scene.api().with("Idempotency-Key", UUID.randomUUID().toString());
        JsonObject body =
                Json.createObjectBuilder().add("name", "discover-flights").build();

        Reply first = keyed.post("/api/skyferry/jobs", body);
        scene.awaitEnd(first.json().getInt("job_id"));
        Reply again = keyed.post("/api/skyferry/jobs/", body);

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(header(again, "Location")).isEqualTo(header(first, "Location"));
        assertThat(scene.api().get("/api/skyferry/jobs").list("jobs")).hasSize(1);
    }

    @Test
    void whatFailedMayBeTriedAgainWithItsKey() {
        Scene late = Scene.withoutSignIn();
        Api keyed = late.api().with("Idempotency-Key", "k");
        assertThat(keyed.post("/api/tapis-discovery/trigger").status()).isEqualTo(401);

        late.signIn();

        assertThat(keyed.post("/api/tapis-discovery/trigger").status()).isEqualTo(202);
    }

    private Api prefer(String preference) {
        return scene.api().with("Prefer", preference);
    }

    private static String header(Reply reply, String name) {
        return reply.http().headers().firstValue(name).orElse("");
    }
}
