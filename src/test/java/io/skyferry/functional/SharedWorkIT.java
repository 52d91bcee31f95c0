package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.SkyferryServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Background work of two servers that share one PostgreSQL. */
@Tag("any-database")
class SharedWorkIT {
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Deployment deployment = Deployment.running();
    private final List<SkyferryServer> servers = deployment.newPair(Map.of("SKYFERRY_PURGE_SCHEDULE", "3s"));

    @BeforeEach
    void start() {
        servers.forEach(SkyferryServer::start);
    }

    @AfterEach
    void end() {
        deployment.tapis().pace().latencyMillis(0);
        servers.stream().filter(SkyferryServer::isAlive).forEach(SkyferryServer::stop);
    }

    @Test
    void startsFromBothSidesAreOneJobAndTimersOfBothOneRun() throws Exception {
        Api first = api(0, "grace");
        Api second = api(1, "grace");
        first.post(
                        "/api/tapis-preferences/",
                        Json.createObjectBuilder()
                                .add("auto_discover_on_login", false)
                                .build())
                .ok();
        new Api(servers.get(0), null)
                .post("/api/skyferry/sign-in", Bodies.credentials("grace", Deployment.password("grace")))
                .ok();
        deployment.tapis().pace().latencyMillis(2000);

        List<Reply> replies = atOnce(List.of(trigger(first), trigger(second)));

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(202));
        assertThat(replies.stream().map(reply -> reply.json().getInt("job_id")).distinct())
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> !reply.json().getBoolean("already_running")))
                .hasSize(1);
        deployment.tapis().pace().latencyMillis(0);

        await().atMost(LONG).until(() -> purges(0).size() == 5);
        List<Instant> starts = purges(1).stream()
                .map(run -> Instant.parse(run.getString("started_at")))
                .sorted()
                .toList();
        for (int i = 1; i < starts.size(); i++) {
            assertThat(Duration.between(starts.get(i - 1), starts.get(i))).isGreaterThan(Duration.ofMillis(2500));
        }

        servers.get(0).kill();
        Instant killed = Instant.now();
        await().atMost(LONG)
                .until(() -> purges(1).stream()
                        .anyMatch(run ->
                                Instant.parse(run.getString("started_at")).isAfter(killed.plusSeconds(5))));
    }

    private static Callable<Reply> trigger(Api api) {
        return () -> api.post("/api/tapis-discovery/trigger/");
    }

    private List<JsonObject> purges(int server) {
        return api(server, "operator").get("/api/skyferry/schedules").list("schedules").stream()
                .filter(schedule -> schedule.getString("name").equals("purge"))
                .flatMap(schedule -> schedule.getJsonArray("last_runs").getValuesAs(JsonObject.class).stream())
                .toList();
    }

    private Api api(int server, String user) {
        return new Api(servers.get(server), deployment.tapis().accessToken(user, Duration.ofHours(1)));
    }

    /** Fifty of each. */
    private static List<Reply> atOnce(List<Callable<Reply>> calls) throws Exception {
        List<Callable<Reply>> all = new ArrayList<>();
        calls.forEach(call -> all.addAll(Collections.nCopies(50, call)));
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Reply> replies = new ArrayList<>();
            for (Future<Reply> future : threads.invokeAll(all)) {
                replies.add(future.get());
            }
            return replies;
        } finally {
            threads.shutdownNow();
        }
    }
}
