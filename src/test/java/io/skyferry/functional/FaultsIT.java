package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.sandbox.webodm.api.TaskReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tapis and WebODM misbehave; in the end every image is there, and never a wrong one. */
class FaultsIT {
    /** All but the one that gets no answer, which the HTTP client repeats by itself. */
    private static final int FAILED_DOWNLOADS = 8;

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void repair() {
        scene.deployment().tapis().faults().clear();
        scene.deployment().tapis().pace().latencyMillis(0);
        scene.deployment().webodm().server().faults().clear();
    }

    @Test
    void everyKindOfBrokenDownloadIsRepeated() {
        FlightFolder flight = scene.flight("Storm").withPhotos(10);
        breakDownload("IMG_0001", new FaultEffect.ShortBody(0.5));
        breakDownload("IMG_0002", new FaultEffect.ExtraByte());
        breakDownload("IMG_0003", new FaultEffect.Html());
        breakDownload("IMG_0004", status(429, Map.of("Retry-After", "1")));
        breakDownload("IMG_0005", status(500, Map.of()));
        breakDownload("IMG_0006", new FaultEffect.Abort(0.5));
        breakDownload("IMG_0007", new FaultEffect.LostAnswer());
        breakDownload("IMG_0008", status(503, Map.of()));
        breakDownload("IMG_0009", new FaultEffect.Reset(0.5));
        long project = scene.create(flight);

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        TaskReport task = scene.task(project);
        Deliveries.assertComplete(task, flight);
        Deliveries.assertUploadedOnce(task);
        assertThat(scene.images(project))
                .filteredOn(image -> image.getInt("attempts") > 1)
                .hasSizeGreaterThanOrEqualTo(FAILED_DOWNLOADS);
    }

    private void breakDownload(String image, FaultEffect effect) {
        String target = "/v3/files/content/" + scene.system() + "/.*" + image;
        scene.deployment().tapis().faults().add(Fault.on("GET", target, effect).times(1));
    }

    private static FaultEffect status(int status, Map<String, String> headers) {
        return new FaultEffect.Status(status, "text/plain", "broken on purpose", headers);
    }

    @Test
    void everyKindOfBrokenUploadIsRepeated() {
        FlightFolder flight = scene.flight("Surf").withPhotos(8);
        long project = scene.create(flight);
        List<FaultEffect> effects = List.of(
                status(500, Map.of()),
                new FaultEffect.LostAnswer(),
                new FaultEffect.AbortUpload(0.5),
                status(502, Map.of()),
                status(429, Map.of("Retry-After", "1")));
        for (FaultEffect effect : effects) {
            breakWebOdm("/api/projects/" + project + "/tasks/.*/upload/", effect);
        }

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(scene.task(project).commits()).isEqualTo(1);
    }

    @Test
    void aLostAnswerToTheCommitLeadsToNoSecondOne() {
        FlightFolder flight = scene.flight("Harbour").withPhotos(3);
        long project = scene.create(flight);
        breakWebOdm("/api/projects/" + project + "/tasks/.*/commit/", new FaultEffect.LostAnswer());

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        Deliveries.assertComplete(scene.task(project), flight);
        assertThat(scene.task(project).commits()).isEqualTo(1);
    }

    private void breakWebOdm(String target, FaultEffect effect) {
        scene.deployment()
                .webodm()
                .server()
                .faults()
                .add(Fault.on("POST", target, effect).times(1));
    }

    @Test
    void aSyncOutlivesItsTokens() {
        FlightFolder flight = scene.flight("Long").withPhotos(40);
        long project = scene.create(flight);
        scene.deployment().tapis().pace().latencyMillis(1500);
        int renewals = renewals().size();

        assertThat(scene.sync(project).getString("exit_status")).isEqualTo("COMMITTED");

        assertThat(renewals().size() - renewals).isGreaterThanOrEqualTo(2);
        Deliveries.assertComplete(scene.task(project), flight);
        Deliveries.assertUploadedOnce(scene.task(project));
    }

    private List<LoggedRequest> renewals() {
        return scene.deployment().tapis().requests().list("POST", "/v3/oauth2/tokens$");
    }
}
