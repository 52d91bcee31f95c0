package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.http.LoggedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs outlive their owner's access token. */
class RenewalIT {
    /** Tokens of the sandbox live 6 seconds, and a new one is asked for when three quarters of that are over. */
    private static final Duration LEAST_BETWEEN = Duration.ofSeconds(3);

    private static final int IMAGES = 56;

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void oneRenewalServesAllJobsAndThreadsOfAUser() {
        FlightFolder first = scene.flight("LongOne").withPhotos(IMAGES);
        FlightFolder second = scene.flight("LongTwo").withPhotos(IMAGES);
        long one = scene.create(first);
        long two = scene.create(second);
        Instant started = Instant.now();
        scene.deployment().tapis().pace().latencyMillis(1000);
        List<Long> jobs = List.of(scene.startSync(one), scene.startSync(two));

        assertThat(jobs)
                .allSatisfy(job ->
                        assertThat(scene.awaitEnd(job).getString("exit_status")).isEqualTo("COMMITTED"));

        Deliveries.assertComplete(scene.task(one), first);
        Deliveries.assertComplete(scene.task(two), second);
        assertThat(images(one)).containsOnly("DELIVERED 1");
        assertThat(images(two)).containsOnly("DELIVERED 1");
        List<Instant> renewals = scene.deployment().tapis().requests().list("POST", "/v3/oauth2/tokens$").stream()
                .map(LoggedRequest::started)
                .filter(started::isBefore)
                .toList();
        assertThat(renewals).as("the run outlived four tokens").hasSizeGreaterThanOrEqualTo(4);
        for (int i = 1; i < renewals.size(); i++) {
            assertThat(Duration.between(renewals.get(i - 1), renewals.get(i))).isGreaterThan(LEAST_BETWEEN);
        }
    }

    private List<String> images(long project) {
        return scene.images(project).stream()
                .map(image -> image.getString("state") + " " + image.getInt("attempts"))
                .toList();
    }
}
