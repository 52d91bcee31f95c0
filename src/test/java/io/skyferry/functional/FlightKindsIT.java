package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Flights that are unlike the usual one: empty, too small, damaged, or with names that only a camera's owner makes. */
class FlightKindsIT {
    private static final String[] HOSTILE_NAMES = {
        "with space.jpg",
        "hash#tag.jpg",
        "100%.jpg",
        "x%20y.jpg",
        "what?.jpg",
        "semi;colon.jpg",
        "plus+equals=.jpg",
        "M\u00fcnchen \u6771\u4eac.jpg",
        "it's.jpg",
        "said \"so\".jpg",
        "entity&amp;.jpg",
        "Twin.JPG",
        "twin.jpg",
    };

    private final Scene scene = Scene.signedIn();

    @Test
    void aFlightWithoutImagesIsNone() {
        scene.flight("Empty");

        assertThat(scene.api().post("/api/tapis-storage/discover-flights/").list("flights"))
                .isEmpty();
    }

    @Test
    void aSingleImageIsDeliveredAndNotCommitted() {
        FlightFolder flight = scene.flight("Single").withPhotos(1);
        long project = scene.create(flight);

        JsonObject job = scene.sync(project);

        assertThat(job.getString("exit_status")).isEqualTo("TOO_FEW_IMAGES");
        assertNeedsAttention(project, "TOO_FEW_IMAGES");
        TaskReport task = scene.task(project);
        Deliveries.assertComplete(task, flight);
        assertThat(task.commits()).isZero();
    }

    private void assertNeedsAttention(long project, String code) {
        JsonObject shown = scene.project(project);
        assertThat(shown.getString("state")).isEqualTo("NEEDS_ATTENTION");
        assertThat(shown.getJsonObject("error").getString("code")).isEqualTo(code);
        assertThat(shown.getJsonObject("error").getString("hint")).isNotBlank();
    }

    @Test
    void aDamagedImageIsNamedAndCanBeLeftOut() {
        FlightFolder flight = scene.flight("Damaged").withPhotos(3).put("BROKEN.JPG", half("BROKEN.JPG"));
        long project = scene.create(flight);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("NEEDS_ATTENTION");

        assertNeedsAttention(project, "IMAGES_MISSING");
        assertThat(scene.task(project).commits()).isZero();
        assertThat(scene.images(project))
                .filteredOn(image -> image.getString("state").equals("REFUSED"))
                .singleElement()
                .satisfies(image -> {
                    assertThat(image.getString("name")).isEqualTo("BROKEN.JPG");
                    assertThat(image.getJsonObject("error").getString("code")).isEqualTo("NOT_WHOLE_JPEG");
                });

        JsonObject job = follow(project, "process-without-failed");

        assertThat(job.getString("exit_status")).isEqualTo("COMMITTED");
        scene.awaitState(project, "COMPLETED");
        Map<String, String> whole = flight.hashes();
        whole.remove("BROKEN.JPG");
        assertThat(Deliveries.hashes(scene.task(project))).isEqualTo(whole);
    }

    @Test
    void aDamagedImageThatWasReplacedIsDeliveredOnRetry() {
        FlightFolder flight = scene.flight("Repaired").withPhotos(3).put("BROKEN.JPG", half("BROKEN.JPG"));
        long project = scene.create(flight);
        scene.sync(project);
        flight.with("BROKEN.JPG");

        JsonObject job = follow(project, "retry-failed");

        assertThat(job.getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
        Deliveries.assertUploadedOnce(scene.task(project));
    }

    private JsonObject follow(long project, String decision) {
        return scene.awaitEnd(scene.api()
                .post("/api/skyferry/projects/" + project + "/" + decision)
                .ok()
                .getJsonNumber("job_id")
                .longValue());
    }

    private static byte[] half(String name) {
        byte[] whole = FlightFolder.photo(name);
        return Arrays.copyOf(whole, whole.length / 2);
    }

    @Test
    void hostileNamesArriveWithTheirContent() {
        FlightFolder flight = scene.flight("Names & co #1").with(HOSTILE_NAMES);
        long project = scene.create(flight);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        Map<String, String> deliveredNames = scene.images(project).stream()
                .collect(
                        Collectors.toMap(image -> image.getString("name"), image -> image.getString("delivered_name")));
        Map<String, String> there = Deliveries.hashes(scene.task(project));
        assertThat(there).hasSize(HOSTILE_NAMES.length);
        flight.hashes()
                .forEach((name, hash) ->
                        assertThat(there.get(deliveredNames.get(name))).as(name).isEqualTo(hash));
        assertThat(deliveredNames)
                .containsEntry("with space.jpg", "with space.jpg")
                .containsEntry("100%.jpg", "100%.jpg")
                .containsEntry("M\u00fcnchen \u6771\u4eac.jpg", "M\u00fcnchen \u6771\u4eac.jpg");
    }
}
