package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.LoggedRequest;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sync whose owner's token ends stops, loses nothing, and goes on by itself after his next sign-in. */
class SignInAgainIT {
    private static final int IMAGES = 40;
    private static final String REFUSAL =
            "{\"status\":\"error\",\"message\":\"Invalid refresh_token.\",\"result\":null,\"metadata\":{}}";

    private final Scene scene = Scene.signedIn();
    private final FlightFolder flight = scene.flight("Interrupted").withPhotos(IMAGES);
    private final long project = scene.create(flight);

    @AfterEach
    void asUsual() {
        scene.deployment().tapis().pace().latencyMillis(0);
        scene.deployment().tapis().faults().clear();
    }

    @Test
    void goesOnAfterTheNextSignIn() {
        JsonObject job = interrupt(() -> scene.deployment().tapis().revokeRefreshTokenOf(scene.username()));

        assertThat(job.getString("status")).isEqualTo("STOPPED");
        assertThat(job.getString("exit_status")).isEqualTo("STOPPED:TOKEN_EXPIRED");
        assertWaiting();
        staysAsItIs();

        scene.signIn();

        assertFinishedWithoutFetchingTwice();
    }

    @Test
    void goesOnWhenTheServerWasRestartedInBetween() {
        interrupt(() -> scene.deployment().tapis().revokeRefreshTokenOf(scene.username()));
        scene.deployment().server().stop();
        scene.deployment().server().start();
        assertWaiting();

        scene.signIn();

        assertFinishedWithoutFetchingTwice();
    }

    @Test
    void goesOnAfterTheUserRenewedHisTokenHimself() {
        Fault refused = Fault.on(
                "POST", "/v3/oauth2/tokens$", new FaultEffect.Status(400, "application/json", REFUSAL, Map.of()));
        interrupt(() -> scene.deployment().tapis().faults().add(refused));
        assertWaiting();
        scene.deployment().tapis().faults().clear();
        staysAsItIs();

        scene.api().post("/api/oauth2/tapis/refresh/skyferry-demo/").ok();

        assertFinishedWithoutFetchingTwice();
    }

    private JsonObject interrupt(Runnable end) {
        scene.deployment().tapis().pace().latencyMillis(1000);
        long job = scene.startSync(project);
        await().atMost(Duration.ofMinutes(2)).until(() -> images("DELIVERED") >= 4);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            // The server may have been renewing the token that was revoked just then.
            end.run();
            return !scene.job(job).getString("status").equals("STARTED");
        });
        scene.deployment().tapis().pace().latencyMillis(0);
        return scene.awaitEnd(job);
    }

    private void assertWaiting() {
        JsonObject shown = scene.project(project);
        assertThat(shown.getString("state")).isEqualTo("NEEDS_ATTENTION");
        assertThat(shown.getJsonObject("error").getString("code")).isEqualTo("TOKEN_EXPIRED");
        assertThat(shown.getJsonObject("error").getString("hint")).contains("Sign in with Tapis again");
        assertThat(images("DELIVERED")).isBetween(4, IMAGES - 1);
        assertThat(images("DELIVERED") + images("LISTED")).isEqualTo(IMAGES);
        assertThat(scene.task(project).commits()).isZero();
    }

    /** Longer than the server's timer needs to look twice. */
    private void staysAsItIs() {
        await().during(Duration.ofSeconds(21))
                .atMost(Duration.ofMinutes(1))
                .until(() -> scene.project(project).getString("state"), "NEEDS_ATTENTION"::equals);
    }

    private int images(String state) {
        return scene.project(project).getJsonObject("images").getInt(state.toLowerCase(java.util.Locale.ROOT));
    }

    private void assertFinishedWithoutFetchingTwice() {
        scene.awaitState(project, "COMPLETED");
        Deliveries.assertComplete(scene.task(project), flight);
        Deliveries.assertUploadedOnce(scene.task(project));
        assertThat(scene.task(project).commits()).isEqualTo(1);
        Map<String, Long> fetched =
                scene.deployment().tapis().requests().list("GET", "/v3/files/content/" + scene.system() + "/").stream()
                        .filter(request -> request.status() == 200)
                        .collect(Collectors.groupingBy(LoggedRequest::path, Collectors.counting()));
        assertThat(fetched).hasSize(IMAGES);
        assertThat(fetched.values()).containsOnly(1L);
    }
}
