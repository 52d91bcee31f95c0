package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work that nobody waits for: what starts it, what it comes to, and that there is one of it at a time. */
class BackgroundIT {
    private static final String TRIGGER = "/api/tapis-discovery/trigger/";
    private static final String JOBS = "/api/skyferry/jobs";

    private final Scene scene = Scene.untouched();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void aSignInStartsADiscoveryAndTheCoolDownTheNextOne() {
        scene.flight("First").withPhotos(2);
        scene.signIn();
        JsonObject job = scene.awaitEnd(onlyDiscovery().orElseThrow());

        assertThat(job.getJsonObject("order").getString("occasion")).isEqualTo("SIGN_IN");
        assertThat(job.getString("exit_status")).isEqualTo("DONE");
        assertThat(job.getJsonObject("result").getInt("projects_created")).isEqualTo(1);
        assertThat(scene.webOdm().listProjects()).hasSize(1);
        JsonObject preferences = scene.api().get("/api/tapis-preferences/").ok();
        assertThat(preferences.getBoolean("can_run_discovery")).isFalse();
        assertThat(preferences.getString("last_auto_discovery")).isNotBlank();

        scene.flight("Second").withPhotos(2);
        scene.signIn();
        assertThat(onlyDiscovery()).hasValue((long) job.getInt("job_id"));

        Reply triggered = scene.api().post(TRIGGER);
        assertThat(triggered.status()).isEqualTo(202);
        JsonObject second = scene.awaitEnd(job(triggered));
        assertThat(second.getJsonObject("result").getInt("projects_created")).isEqualTo(1);
        assertThat(scene.webOdm().listProjects()).hasSize(2);
    }

    @Test
    void nothingFollowsTheSignInOfWhoWantsNothing() {
        scene.flight("Unasked").withPhotos(2);
        scene.prefer(
                Json.createObjectBuilder().add("auto_discover_on_login", false).build());

        scene.signIn();

        assertThat(onlyDiscovery()).isEmpty();
        assertThat(scene.api().get("/api/tapis-preferences/").ok().get("last_auto_discovery"))
                .isEqualTo(JsonValue.NULL);
    }

    @Test
    void preferencesLimitTheDiscoveryAfterASignIn() {
        scene.flight("One").withPhotos(2);
        scene.flight("Two").withPhotos(2);
        scene.prefer(Json.createObjectBuilder()
                .add("max_projects_per_discovery", 1)
                .add("discovery_cooldown_hours", 0)
                .build());
        scene.signIn();
        JsonObject capped = scene.awaitEnd(onlyDiscovery().orElseThrow()).getJsonObject("result");
        assertThat(capped.getInt("projects_created")).isEqualTo(1);
        assertThat(capped.getInt("projects_deferred")).isEqualTo(1);

        scene.prefer(Json.createObjectBuilder()
                .add("preferred_systems", Json.createArrayBuilder().add("ptdatax.project.NONE-1"))
                .build());
        scene.signIn();
        JsonObject elsewhere = scene.awaitEnd(newestJob());
        assertThat(elsewhere.getString("exit_status")).isEqualTo("FAILED:SYSTEM_NOT_ACCESSIBLE");
        assertThat(elsewhere.getJsonObject("error").getString("code")).isEqualTo("SYSTEM_NOT_ACCESSIBLE");
        assertThat(scene.webOdm().listProjects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tapis-discovery/trigger",
                "/api/tapis-discovery/trigger/",
                "/api/tapis_discovery/trigger",
                "/api/tapis_discovery/trigger/"
            })
    void leadsToTheTriggeredJob(String address) {
        quietlySignedIn();

        Reply reply = scene.api().post(address);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().getBoolean("success")).isTrue();
        assertThat(reply.http().headers().firstValue("Location")).hasValue(JOBS + "/" + job(reply));
        assertThat(scene.awaitEnd(job(reply)).getString("status")).isEqualTo("COMPLETED");
    }

    @Test
    void aHundredStartsAreOneJob() throws Exception {
        quietlySignedIn();
        // Slow enough that the job lasts until the hundredth has been answered.
        scene.deployment().tapis().pace().latencyMillis(8000);

        List<Reply> replies = atOnce(100, () -> scene.api().post(TRIGGER));
        scene.deployment().tapis().pace().latencyMillis(0);

        assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).isEqualTo(202));
        assertThat(replies.stream().map(BackgroundIT::job).distinct()).hasSize(1);
        assertThat(replies.stream().filter(reply -> !reply.json().getBoolean("already_running")))
                .hasSize(1);
        scene.awaitEnd(job(replies.get(0)));
        assertThat(onlyDiscovery()).isPresent();
    }

    @Test
    void aKilledServersDiscoveryGoesOnByItself() {
        quietlySignedIn();
        scene.flight("Survivor").withPhotos(2);
        scene.deployment().tapis().pace().latencyMillis(5000);
        long killed = job(scene.api().post(TRIGGER));

        scene.deployment().server().kill();
        scene.deployment().tapis().pace().latencyMillis(0);
        scene.deployment().server().start();

        await().atMost(Duration.ofMinutes(2)).until(() -> newestJob() != killed);
        JsonObject next = scene.awaitEnd(newestJob());
        assertThat(next.getJsonObject("order").getString("occasion")).isEqualTo("TRIGGER");
        assertThat(next.getJsonObject("result").getInt("projects_created")).isEqualTo(1);
        assertThat(scene.webOdm().listProjects()).hasSize(1);
    }

    @Test
    void aDryRunMakesNothing() {
        quietlySignedIn();
        scene.flight("Dry").withPhotos(2);

        Reply reply = start(
                scene.api(),
                "discover_and_create_flight_projects",
                Json.createObjectBuilder().add("dry_run", true).build());
        JsonObject result = scene.awaitEnd(job(reply)).getJsonObject("result");

        assertThat(result.getBoolean("dry_run")).isTrue();
        assertThat(result.getInt("projects_created")).isZero();
        assertThat(result.getJsonArray("would_create")).hasSize(1);
        assertThat(scene.webOdm().listProjects()).isEmpty();
        assertThat(scene.api().get("/api/tapis-storage/flight-projects/").list("projects"))
                .isEmpty();
    }

    @Test
    void syncsAllProjectsAndSaysHowTheyEnded() {
        quietlySignedIn();
        scene.create(scene.flight("Whole").withPhotos(3));
        scene.create(scene.flight("Small").withPhotos(1));

        JsonObject first = scene.awaitEnd(job(start(scene.api(), "sync_all_flight_projects", null)));
        assertThat(first.getString("exit_status")).isEqualTo("DONE");
        JsonObject counts = first.getJsonObject("result");
        assertThat(counts.getInt("projects")).isEqualTo(2);
        assertThat(counts.getInt("started")).isEqualTo(2);
        assertThat(counts.getInt("committed")).isEqualTo(1);
        assertThat(counts.getInt("needs_attention")).isEqualTo(1);
        assertThat(counts.getJsonArray("syncs")).hasSize(2);

        JsonObject again = scene.awaitEnd(job(start(scene.api(), "sync-all-flights", null)))
                .getJsonObject("result");
        assertThat(again.getInt("up_to_date")).isEqualTo(1);
        assertThat(again.getInt("failed")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "purge, 403, FORBIDDEN",
        "cleanup_expired_oauth_states, 403, FORBIDDEN",
        "periodic-discovery, 403, FORBIDDEN",
        "nonsense, 400, INVALID_REQUEST",
        "sync_all_flight_projects, 401, NO_TAPIS_TOKEN"
    })
    void refusesJobs(String name, int status, String code) {
        Reply reply = start(scene.api(), name, null);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().getString("code")).isEqualTo(code);
    }

    @Test
    void operatorsPurgeAndDiscoverForOthers() {
        Api operator = Api.as("operator");
        scene.flight("Foreign").withPhotos(2);
        quietlySignedIn();

        JsonObject purged = awaitAsOperator(job(start(operator, "cleanup_expired_oauth_states", null)));
        assertThat(purged.getString("exit_status")).isEqualTo("DONE");
        assertThat(purged.getJsonObject("result").getJsonObject("purged").keySet())
                .contains("begun_sign-ins", "browser_sessions", "audit_events", "job_executions", "stray_spool_files");

        JsonObject user =
                Json.createObjectBuilder().add("user", scene.username()).build();
        JsonObject skipped = awaitAsOperator(job(start(operator, "periodic_flight_discovery", user)));
        assertThat(skipped.getJsonObject("result").getInt("skipped")).isEqualTo(1);
        scene.prefer(
                Json.createObjectBuilder().add("auto_discover_on_login", true).build());
        JsonObject started = awaitAsOperator(job(start(operator, "periodic-discovery", user)));
        assertThat(started.getJsonObject("result").getInt("started")).isEqualTo(1);
        assertThat(scene.webOdm().listProjects()).hasSize(1);
    }

    private JsonObject awaitAsOperator(long job) {
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> Api.as("operator").get(JOBS + "/" + job).ok().getJsonObject("job"),
                        found -> !found.getString("status").startsWith("START"));
    }

    private void quietlySignedIn() {
        scene.prefer(
                Json.createObjectBuilder().add("auto_discover_on_login", false).build());
        scene.signIn();
    }

    private static Reply start(Api api, String name, JsonObject parameters) {
        var body = Json.createObjectBuilder().add("name", name);
        if (parameters != null) {
            body.add("parameters", parameters);
        }
        return api.post(JOBS, body.build());
    }

    private static long job(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(202);
        return reply.json().getJsonNumber("job_id").longValue();
    }

    private Optional<Long> onlyDiscovery() {
        List<JsonObject> jobs = scene.api().get(JOBS).list("jobs");
        assertThat(jobs).hasSizeLessThanOrEqualTo(1);
        return jobs.stream().map(job -> job.getJsonNumber("job_id").longValue()).findFirst();
    }

    private long newestJob() {
        return scene.api().get(JOBS).list("jobs").get(0).getJsonNumber("job_id").longValue();
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(Collections.nCopies(callers, call))) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
