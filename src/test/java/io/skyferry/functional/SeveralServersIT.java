package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.EventFollower;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers on one database. */
@Tag("shared-database")
class SeveralServersIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    @Test
    void eachTellsWhatTheOtherDidAndGoesOnWhereTheOtherWas() {
        Scene scene = Scene.signedIn();
        SkyferryServer first = scene.deployment().server();
        String token = scene.deployment().tapis().accessToken(scene.username(), Duration.ofHours(2));
        SkyferryServer second = scene.deployment()
                .newServer(
                        "second",
                        Map.of(
                                "SKYFERRY_NODE_NAME",
                                "node-2",
                                "SKYFERRY_SECRET_KEY_FILE",
                                first.dataDir().resolve("secret.key").toString()));
        second.start();
        try (EventFollower there = EventFollower.withToken(second, token, "", null)) {
            await().atMost(LONG).until(() -> there.names().contains("ready"));
            long beginning = there.events().get(0).id();

            scene.sync(scene.create(scene.flight("Elsewhere").withPhotos(3)));

            await().atMost(LONG).until(() -> there.names().contains("processing_ended"));
            assertThat(there.ids()).isSorted().doesNotHaveDuplicates();
            try (EventFollower here = EventFollower.withToken(first, token, "", beginning)) {
                await().atMost(LONG).until(() -> here.ids().containsAll(there.ids()));
                assertThat(here.ids()).isSorted().doesNotHaveDuplicates();
            }
            assertThat(there.names().stream().filter("processing_ended"::equals))
                    .hasSize(1);
        } finally {
            second.stop();
        }
    }
}
