package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Projects in lists and one by one: what is in them, what was done, what may be done. */
class ProjectsIT {
    private static final String PROJECTS = "/api/skyferry/projects";

    private static List<String> flights(Api api, String query) {
        return api.get(PROJECTS + query).list("projects").stream()
                .map(project -> project.getString("flight_name"))
                .toList();
    }

    private static List<String> allowed(Scene scene, long project) {
        return scene.project(project).getJsonArray("allowed").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList();
    }

    @Test
    void listsTheCallersProjectsNewestFirst() {
        Scene scene = Scene.signedIn();
        FlightFolder first = scene.flight("First").withPhotos(2);
        long project = scene.create(first);
        scene.create(scene.flight("Second").withPhotos(2));
        scene.sync(project);

        JsonObject answer = scene.api().get(PROJECTS).ok();

        assertThat(flights(scene.api(), "")).containsExactly("Second", "First");
        JsonObject item = answer.getJsonArray("projects").getJsonObject(1);
        assertThat(item.getJsonNumber("id").longValue()).isEqualTo(project);
        assertThat(item.getString("owner")).isEqualTo(scene.username() + "@sandbox");
        assertThat(item.getString("system_id")).isEqualTo(scene.system());
        assertThat(item.getJsonObject("images").getInt("delivered")).isEqualTo(2);
        assertThat(item.getJsonObject("bytes").getJsonNumber("total").longValue())
                .isEqualTo(first.totalBytes());
        assertThat(item.get("sync")).isEqualTo(JsonValue.NULL);
        assertThat(answer.getJsonObject("states").getInt("CREATED")).isEqualTo(1);
        assertThat(flights(scene.api(), "?state=created")).containsExactly("Second");
        assertThat(flights(scene.api(), "?q=FIRS")).containsExactly("First");
        assertThat(flights(scene.api(), "?system=ptdatax.project.OTHER")).isEmpty();
        assertThat(flights(scene.api(), "?system=" + scene.system())).hasSize(2);
    }

    @Test
    void goesThroughPagesAlsoOfThePromisedList() {
        Scene scene = Scene.signedIn();
        for (String name : List.of("A", "B", "C")) {
            scene.create(scene.flight(name).withPhotos(2));
        }

        assertThat(walk(scene.api(), PROJECTS + "?limit=2", "flight_name")).containsExactly("C", "B", "A");
        String promised = "/api/tapis-storage/flight-projects/";
        assertThat(walk(scene.api(), promised + "?limit=1", "flight_name")).containsExactly("C", "B", "A");
        assertThat(scene.api().get(promised).list("projects")).hasSize(3);
    }

    private static List<String> walk(Api api, String address, String field) {
        List<String> seen = new ArrayList<>();
        String next = address;
        while (next != null) {
            Reply page = api.get(next);
            page.list("projects").forEach(project -> seen.add(project.getString(field)));
            next = page.link().orElse(null);
        }
        return seen;
    }

    @Test
    void showsOperatorsEverybodysAndOthersNothing() {
        Scene owner = Scene.signedIn();
        Scene stranger = Scene.signedIn();
        long project = owner.create(owner.flight("Operated").withPhotos(2));
        Api operator = Api.as("operator");
        String ofOwner = "?owner=" + owner.username() + "@sandbox";

        assertThat(flights(operator, ofOwner)).containsExactly("Operated");
        assertThat(flights(operator, "?owner=*&limit=500&q=operated")).contains("Operated");
        assertThat(operator.get(PROJECTS + "/" + project).status()).isEqualTo(200);
        assertThat(operator.get(PROJECTS + "/" + project + "/images").status()).isEqualTo(200);
        assertThat(flights(stranger.api(), "")).isEmpty();
        assertThat(stranger.api().get(PROJECTS + ofOwner).status()).isEqualTo(403);
        assertThat(stranger.api().get(PROJECTS + "?owner=*").status()).isEqualTo(403);
        assertThat(stranger.api().get(PROJECTS + "/" + project + "/syncs").status())
                .isEqualTo(404);
    }

    @Test
    void listsItsSyncsAndImagesWithWhatWentWrong() {
        Scene scene = Scene.signedIn();
        FlightFolder folder = scene.flight("Broken").withPhotos(3).put("bad.jpg", "no photo".getBytes());
        long project = scene.create(folder);
        long first = scene.sync(project).getJsonNumber("job_id").longValue();
        JsonObject wishes =
                Json.createObjectBuilder().add("process_without_failed", true).build();
        long second = scene.api()
                .post(PROJECTS + "/" + project + "/syncs", wishes)
                .ok()
                .getJsonNumber("job_id")
                .longValue();
        scene.awaitEnd(second);

        Reply page = scene.api().get(PROJECTS + "/" + project + "/syncs?limit=1");
        JsonObject newest = page.list("syncs").get(0);
        assertThat(newest.getJsonNumber("job_id").longValue()).isEqualTo(second);
        assertThat(newest.getString("status")).isEqualTo("COMPLETED");
        assertThat(newest.getString("outcome")).isEqualTo("COMMITTED");
        assertThat(newest.getJsonObject("wishes").getBoolean("process_without_failed"))
                .isTrue();
        assertThat(Instant.parse(newest.getString("ended_at")))
                .isAfterOrEqualTo(Instant.parse(newest.getString("started_at")));
        JsonObject older =
                scene.api().get(page.link().orElseThrow()).list("syncs").get(0);
        assertThat(older.getJsonNumber("job_id").longValue()).isEqualTo(first);
        assertThat(older.getString("outcome")).isEqualTo("NEEDS_ATTENTION");
        assertThat(older.getJsonNumber("bytes_moved").longValue()).isEqualTo(folder.totalBytes());
        String images = PROJECTS + "/" + project + "/images";
        assertThat(scene.api().get(images + "?code=NOT_WHOLE_JPEG").list("images"))
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.getString("name")).isEqualTo("bad.jpg");
                    assertThat(image.getJsonObject("error").getBoolean("retryable"))
                            .isFalse();
                    assertThat(image.getJsonObject("error").getString("hint")).isNotBlank();
                });
        assertThat(scene.api().get(images + "?code=TAPIS_ERROR").list("images")).isEmpty();
        Reply two = scene.api().get(images + "?limit=3&state=delivered");
        assertThat(two.list("images")).hasSize(3);
        assertThat(two.link()).isEmpty();
    }

    @Test
    void saysWhatIsAllowedAndRefusesTheRest() {
        Scene scene = Scene.signedIn();
        long project = scene.create(scene.flight("Allowed").withPhotos(2).put("bad.jpg", "no photo".getBytes()));
        String address = PROJECTS + "/" + project;
        assertThat(allowed(scene, project)).containsExactly("sync");
        for (String action : List.of("/retry-failed", "/process-without-failed", "/stop")) {
            Reply refused = scene.api().post(address + action);
            assertThat(refused.status()).as(action).isEqualTo(409);
            assertThat(refused.json().getString("code")).isEqualTo("CONFLICT");
            assertThat(refused.json().getString("detail")).contains("CREATED", "allowed now: sync.");
        }
        assertThat(scene.api().get(address + "/syncs").list("syncs")).isEmpty();

        scene.sync(project);

        assertThat(allowed(scene, project)).containsExactly("sync", "retry-failed", "process-without-failed");
    }

    @Test
    void stopsTheSyncOfAProject() {
        Scene scene = Scene.signedIn();
        long project = scene.create(scene.flight("Stopped").withPhotos(6));
        scene.deployment().tapis().pace().latencyMillis(1000);
        try {
            long job = scene.startSync(project);
            assertThat(allowed(scene, project)).containsExactly("stop");
            JsonObject answer =
                    scene.api().post(PROJECTS + "/" + project + "/stop").ok();
            assertThat(answer.getJsonNumber("job_id").longValue()).isEqualTo(job);
            scene.awaitEnd(job);
        } finally {
            scene.deployment().tapis().pace().latencyMillis(0);
        }
        assertThat(scene.api().get(PROJECTS + "/" + project + "/syncs").list("syncs"))
                .singleElement()
                .satisfies(sync -> assertThat(sync.getString("status")).isEqualTo("STOPPED"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', state=DONE, state",
        "'', limit=0, limit",
        "'', limit=501, limit",
        "'', after=x, after",
        "'', owner=nobody, owner",
        "/images, state=NEW, state",
        "/images, code=WRONG, code",
        "/images, limit=1001, limit",
        "/images, after=%00, after",
        "/syncs, limit=x, limit",
        "/syncs, after=-1, after"
    })
    void namesTheParameterThatIsWrong(String path, String query, String parameter) {
        String project = path.isEmpty() ? "" : "/" + OneProject.ID;

        Reply reply = OneProject.SCENE.api().get(PROJECTS + project + path + "?" + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().getString("detail")).startsWith("'" + parameter + "'");
    }

    private static final class OneProject {
        static final Scene SCENE = Scene.signedIn();
        static final long ID = SCENE.create(SCENE.flight("One").withPhotos(2));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/skyferry/projects",
        "/api/skyferry/projects/ID",
        "/api/skyferry/projects/ID/images",
        "/api/skyferry/projects/ID/syncs",
        "/api/skyferry/flights",
        "/api/skyferry/jobs",
        "/api/tapis-storage/systems/",
        "/api/tapis-storage/flight-projects/",
        "/api/tapis-preferences/"
    })
    void answersNothingNewToWhoHasItAlready(String path) {
        String address = path.replace("ID", Long.toString(OneProject.ID));
        Api api = OneProject.SCENE.api();
        assertThat(api.get(address).header("Cache-Control")).isEqualTo("private, no-cache");

        // WebODM is looked at in the background: what it says may just come in between.
        Reply again = await().until(
                        () -> api.sendWith(
                                "GET", address, Map.of("If-None-Match", "\"other\", W/" + tag(api, address)), null),
                        reply -> reply.status() == 304);

        assertThat(again.text()).isEmpty();
        assertThat(again.header("ETag")).isNotEmpty();
        Reply changed = api.sendWith("GET", address, Map.of("If-None-Match", "\"other\""), null);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().getBoolean("success")).isTrue();
    }

    private static String tag(Api api, String address) {
        return api.get(address).header("ETag");
    }
}
