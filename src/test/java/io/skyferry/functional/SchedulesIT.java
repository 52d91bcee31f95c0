package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.SkyferryServer;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Timers, on a server and a database of their own. */
class SchedulesIT {
    private static final Duration LONG = Duration.ofMinutes(2);

    private final Deployment deployment = Deployment.running();
    private SkyferryServer server;

    @AfterEach
    void end() {
        if (server != null && server.isAlive()) {
            server.stop();
        }
    }

    @Test
    void aMissedTimeRunsOnceAndAnIntervalAgainAndAgain() throws Exception {
        start(Map.of("SKYFERRY_PURGE_SCHEDULE", "1h", "SKYFERRY_DISCOVERY_SCHEDULE", "off"));
        JsonObject fresh = purge();
        assertThat(fresh.getString("schedule")).isEqualTo("1h");
        assertThat(Instant.parse(fresh.getString("next_at"))).isAfter(Instant.now());
        assertThat(fresh.getJsonArray("last_runs")).isEmpty();
        assertThat(schedule("periodic-discovery").isNull("next_at")).isTrue();
        assertThat(schedule("periodic-sync").getString("schedule")).isEqualTo("off");

        server.stop();
        missFiveHours();
        server.start();
        await().atMost(LONG).until(() -> !runs().isEmpty());
        JsonObject missed = purge();
        assertThat(runs()).hasSize(1);
        assertThat(runs().get(0).getString("occasion")).isEqualTo("PERIODIC");
        assertThat(Instant.parse(missed.getString("next_at")))
                .isAfter(Instant.now().plus(Duration.ofMinutes(50)));

        server.stop();
        start(Map.of("SKYFERRY_PURGE_SCHEDULE", "2s", "SKYFERRY_DISCOVERY_SCHEDULE", "off"));
        await().atMost(LONG).until(() -> runs().size() >= 4);
        await().atMost(LONG)
                .until(() -> job(runs().get(1)).getString("exit_status").equals("DONE"));
        assertThat(job(runs().get(1)).getJsonObject("result").getJsonArray("errors"))
                .isEmpty();
    }

    private void start(Map<String, String> settings) {
        server = deployment.newServerWithDatabase("schedules", settings);
        server.start();
    }

    /** As if it had been off. */
    private void missFiveHours() throws Exception {
        try (Connection database = deployment.databaseOf("schedules");
                PreparedStatement move =
                        database.prepareStatement("update schedule_tick set next_at = ? where name = 'purge'")) {
            move.setTimestamp(1, Timestamp.from(Instant.now().minus(Duration.ofHours(5))));
            assertThat(move.executeUpdate()).isEqualTo(1);
        }
    }

    private Api operator() {
        return new Api(server, deployment.tapis().accessToken("operator", Duration.ofHours(1)));
    }

    private JsonObject purge() {
        return schedule("purge");
    }

    private JsonObject schedule(String name) {
        return operator().get("/api/skyferry/schedules").list("schedules").stream()
                .filter(schedule -> schedule.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonObject> runs() {
        return purge().getJsonArray("last_runs").getValuesAs(JsonObject.class);
    }

    private JsonObject job(JsonObject run) {
        return operator().get(run.getString("follow")).ok().getJsonObject("job");
    }
}
