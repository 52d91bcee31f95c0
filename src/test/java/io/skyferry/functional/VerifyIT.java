package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Looking again at what was delivered. */
class VerifyIT {
    private final Scene scene = Scene.signedIn();

    @Test
    void namesWhatWebOdmLostOrChanged() throws IOException {
        FlightFolder flight = scene.flight("Watched").withPhotos(4).with("with space#1.jpg");
        long project = scene.create(flight);
        assertThat(scene.api()
                        .send("POST", verify(project), "application/json", "{}")
                        .json()
                        .getString("code"))
                .isEqualTo("CONFLICT");
        scene.sync(project);
        scene.awaitState(project, "COMPLETED");

        assertThat(verified(project, true)).isEmpty();

        TaskReport task = scene.task(project);
        Path folder =
                scene.deployment().webodm().folder((int) project, task.task().toString());
        Files.delete(folder.resolve("IMG_0001.JPG"));
        byte[] short2 = Files.readAllBytes(folder.resolve("IMG_0002.JPG"));
        Files.write(folder.resolve("IMG_0002.JPG"), Arrays.copyOf(short2, 1000));
        byte[] other = Files.readAllBytes(folder.resolve("IMG_0003.JPG"));
        other[other.length / 2] ^= 1;
        Files.write(folder.resolve("IMG_0003.JPG"), other);

        assertThat(verified(project, false)).containsExactly("IMG_0001.JPG MISSING", "IMG_0002.JPG SIZE");
        assertThat(verified(project, true))
                .containsExactly("IMG_0001.JPG MISSING", "IMG_0002.JPG SIZE", "IMG_0003.JPG HASH");
    }

    private static String verify(long project) {
        return "/api/skyferry/projects/" + project + "/verify";
    }

    private List<String> verified(long project, boolean full) {
        scene.api()
                .post(
                        verify(project),
                        Json.createObjectBuilder().add("full", full).build())
                .ok();
        JsonObject done = await().atMost(Duration.ofMinutes(1))
                .until(
                        () -> scene.api().get(verify(project)).ok().getJsonObject("verification"),
                        view -> !view.getString("state").equals("RUNNING"));
        assertThat(done.getString("state")).isEqualTo("DONE");
        assertThat(done.getInt("checked")).isEqualTo(done.getInt("images")).isEqualTo(5);
        assertThat(done.getInt("differences"))
                .isEqualTo(done.getJsonArray("findings").size());
        return done.getJsonArray("findings").getValuesAs(JsonObject.class).stream()
                .map(finding -> finding.getString("name") + " " + finding.getString("difference"))
                .collect(Collectors.toList());
    }

    @Test
    void showsWhatIsThereTwice() {
        byte[] twin = FlightFolder.photo("twin");
        long first = scene.create(
                scene.flight("First").withPhotos(2).put("A.JPG", twin).put("B.JPG", twin));
        scene.sync(first);
        long second = scene.create(scene.flight("Second").with("other.jpg").put("C.JPG", twin));
        scene.sync(second);

        JsonObject inFirst = scene.api()
                .get("/api/skyferry/projects/" + first + "/duplicates")
                .ok();
        assertThat(inFirst.getInt("inside")).isEqualTo(2);
        assertThat(inFirst.getJsonArray("groups").getJsonObject(0).getJsonArray("names"))
                .hasToString("[\"A.JPG\",\"B.JPG\"]");
        assertThat(inFirst.getInt("elsewhere")).isEqualTo(2);
        JsonObject inSecond = scene.api()
                .get("/api/skyferry/projects/" + second + "/duplicates")
                .ok();
        assertThat(inSecond.getInt("inside")).isZero();
        assertThat(inSecond.getInt("elsewhere")).isEqualTo(1);
        JsonObject other = inSecond.getJsonArray("others").getJsonObject(0);
        assertThat(other.getString("name")).isEqualTo("C.JPG");
        assertThat(other.getJsonNumber("project_id").longValue()).isEqualTo(first);
        assertThat(other.getString("flight_name")).isEqualTo("First");
        assertThat(Scene.signedIn()
                        .api()
                        .get("/api/skyferry/projects/" + first + "/duplicates")
                        .status())
                .isEqualTo(404);
    }
}
