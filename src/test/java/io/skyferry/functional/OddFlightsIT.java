package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.webodm.api.TaskReport;
import jakarta.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens to one image, or to the task, while a sync runs; and flights of unusual size. */
class OddFlightsIT {
    private final Scene scene = Scene.signedIn();

    @AfterEach
    void repair() {
        scene.deployment().tapis().faults().clear();
        scene.deployment().tapis().pace().latencyMillis(0);
        scene.deployment().webodm().server().faults().clear();
    }

    private void answer(String image, int status, String type, String body, int times) {
        FaultEffect effect = new FaultEffect.Status(status, type, body, Map.of());
        String target = "/v3/files/content/" + scene.system() + "/.*" + image;
        scene.deployment().tapis().faults().add(Fault.on("GET", target, effect).times(times));
    }

    @Test
    void oneForbiddenImageIsNamedAndTheOthersArrive() {
        FlightFolder flight = scene.flight("Forbidden").withPhotos(4);
        long project = scene.create(flight);
        answer("IMG_0002", 403, "application/json", "{\"status\":\"Forbidden\"}", Fault.FOREVER);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("NEEDS_ATTENTION");

        assertThat(state(project, "IMG_0002.JPG")).isEqualTo("FAILED TAPIS_FORBIDDEN");
        assertThat(scene.task(project).files()).hasSize(3);
        assertThat(scene.task(project).commits()).isZero();

        scene.deployment().tapis().faults().clear();
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
        Deliveries.assertUploadedOnce(scene.task(project));
    }

    @Test
    void aRejectedTokenIsRenewedAndARejectedHostCredentialEndsTheRun() {
        FlightFolder flight = scene.flight("Keys").withPhotos(4);
        long project = scene.create(flight);
        answer("IMG_0001", 401, "text/plain", "TAPIS_SECURITY_JWT_EXPIRED Exception message: JWT expired", 1);
        answer("IMG_0003", 401, "application/json", "{\"message\":\"SSH_POOL_MISSING_CREDENTIALS\"}", 1);

        JsonObject ended = scene.sync(project);

        assertThat(ended.getJsonObject("error").getString("code")).isEqualTo("TAPIS_HOST_CREDENTIAL");
        assertThat(state(project, "IMG_0003.JPG")).isEqualTo("LISTED null");
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
    }

    @Test
    void anImageThatIsReplacedWhileItIsReadIsBroughtAsItIsInTheEnd() {
        FlightFolder flight = scene.flight("Replaced").withPhotos(3);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(700);
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> !scene.images(project).isEmpty());
        flight.put("IMG_0002.JPG", FlightFolder.photo("another one, and a little longer than that"));

        String first = scene.awaitEnd(job).getString("exit_status");
        scene.deployment().tapis().pace().latencyMillis(0);
        if (!first.equals("COMMITTED")) {
            assertThat(state(project, "IMG_0002.JPG")).isEqualTo("FAILED SIZE_MISMATCH");
            assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
            Deliveries.assertComplete(scene.task(project), flight);
        }
    }

    @Test
    void aTaskThatIsDeletedMeanwhileIsMadeAgain() {
        FlightFolder flight = scene.flight("Deleted").withPhotos(30);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(500);
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(1))
                .ignoreException(UncheckedIOException.class)
                .until(() -> !scene.tasks(project).isEmpty()
                        && !scene.task(project).files().isEmpty());
        UUID deleted = scene.task(project).task();

        scene.webOdm().removeTask(project, deleted.toString());

        assertThat(scene.awaitEnd(job).getJsonObject("error").getString("code")).isEqualTo("WEBODM_NOT_FOUND");
        scene.deployment().tapis().pace().latencyMillis(0);
        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");
        TaskReport task = scene.tasks(project).stream()
                .filter(found -> !found.task().equals(deleted))
                .findFirst()
                .orElseThrow();
        Deliveries.assertComplete(task, flight);
    }

    @Test
    void anImageOfNoBytesIsRefused() {
        FlightFolder flight = scene.flight("Nothing").withPhotos(2).put("ZERO.JPG", new byte[0]);
        long project = scene.create(flight);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("NEEDS_ATTENTION");

        assertThat(state(project, "ZERO.JPG")).isEqualTo("REFUSED NOT_WHOLE_JPEG");
        assertThat(scene.task(project).files()).hasSize(2);
    }

    @Test
    void aSilentSocketHoldsUpNobodyElse() {
        FlightFolder flight = scene.flight("Silent").withPhotos(8);
        long project = scene.create(flight);
        String target = "/v3/files/content/" + scene.system() + "/.*IMG_0001";
        scene.deployment()
                .tapis()
                .faults()
                .add(Fault.on("GET", target, new FaultEffect.Silent()).times(1));

        long job = scene.startSync(project);

        await().atMost(Duration.ofSeconds(50))
                .until(() -> scene.job(job).getJsonObject("progress").getInt("images_delivered") == 7);
        assertThat(scene.awaitEnd(job).getString("exit_status")).isEqualTo("COMMITTED");
        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(scene.images(project).get(0).getInt("attempts")).isEqualTo(2);
    }

    @Test
    void noImageSlipsThroughBetweenTwoPagesOfTheListing() {
        FlightFolder flight = scene.flight("Slipped");
        for (int number = 0; number < 1005; number++) {
            flight.put("T_%04d.JPG".formatted(number), tiny(number));
        }
        long project = scene.create(flight);
        scene.hold("offset=999");
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> scene.deployment().tapis().requests().list("GET", scene.system()).stream()
                        .anyMatch(request -> request.query().contains("offset=999")));

        flight.remove("T_0000.JPG");
        scene.letGo();

        assertThat(scene.awaitEnd(job).getString("exit_status")).isEqualTo("COMMITTED");
        assertThat(scene.task(project).files()).hasSize(1004);
        Deliveries.assertComplete(scene.task(project), flight);
    }

    private static byte[] tiny(int number) {
        byte[] tiny = FlightFolder.tinyPhoto();
        tiny[24] = (byte) number;
        tiny[25] = (byte) (number >> 8);
        return tiny;
    }

    @Test
    @Tag("any-database")
    void tenThousandImagesArriveOnceEach() {
        int count = 10_000;
        FlightFolder flight = scene.flight("Thousands");
        for (int number = 0; number < count; number++) {
            flight.put("T_%05d.JPG".formatted(number), tiny(number));
        }
        long project = scene.create(flight);

        long job = scene.startSync(project);

        await().atMost(Duration.ofMinutes(8))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> scene.job(job).getString("status").equals("COMPLETED"));
        TaskReport task = scene.task(project);
        assertThat(task.files()).hasSize(count);
        Deliveries.assertUploadedOnce(task);
        Deliveries.assertComplete(task, flight);
        assertThat(task.imagesPerJob()).containsExactly(count);
    }

    private String state(long project, String name) {
        JsonObject image = scene.images(project).stream()
                .filter(found -> found.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
        String code =
                image.isNull("error") ? null : image.getJsonObject("error").getString("code");
        return image.getString("state") + " " + code;
    }
}
