package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Browser;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two servers behind one name, on one PostgreSQL: whoever signed in at one is signed in at the other. */
@Tag("any-database")
class TwoServersIT {
    private static EmbeddedPostgres postgres;
    private static SkyferryServer one;
    private static SkyferryServer two;
    private static String client;

    private final Scene scene = Scene.withoutSignIn();
    private final Browser browser = new Browser(one);

    @BeforeAll
    static void startBoth() throws Exception {
        postgres = EmbeddedPostgres.start();
        Deployment deployment = Deployment.running();
        one = deployment.newServer("one", settings("one", Map.of()));
        String name = one.url("").toString();
        String key = one.dataDir().resolve("secret.key").toString();
        two = deployment.newServer(
                "two", settings("two", Map.of("SKYFERRY_PUBLIC_URL", name, "SKYFERRY_SECRET_KEY_FILE", key)));
        one.start();
        two.start();
        client = Browser.registeredClient(one);
    }

    private static Map<String, String> settings(String node, Map<String, String> more) {
        Map<String, String> settings = new java.util.HashMap<>(more);
        settings.put("SKYFERRY_NODE_NAME", node);
        settings.put(
                "SKYFERRY_DB_URL", postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""));
        settings.put("SKYFERRY_DB_USER", "postgres");
        settings.put("SKYFERRY_DB_PASSWORD", "");
        return settings;
    }

    @AfterAll
    static void endBoth() throws Exception {
        one.kill();
        two.kill();
        postgres.close();
    }

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void aSessionCountsAtBothAndEndsAtBoth() {
        browser.signIn(client, scene.username());
        Browser other = browser.at(two);
        assertThat(browser.me()).isEqualTo(200);
        assertThat(other.me()).isEqualTo(200);

        int ended = browser.send(
                        "POST", "/api/skyferry/sign-out", "{\"everywhere\": true}", "Sec-Fetch-Site", "same-origin")
                .statusCode();

        assertThat(ended).isEqualTo(200);
        assertThat(other.me()).isEqualTo(401);
    }

    @Test
    void aSignInThatBeganAtOneEndsAtTheOther() {
        // The other server learns of a new client within seconds.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> new Browser(two)
                                .get("/api/oauth2/tapis/authorize/" + client + "/")
                                .statusCode()
                        == 302);
        URI back = browser.atTapis(browser.begin(client, "/"), scene.username());
        Browser other = browser.at(two);

        assertThat(other.comeBack(back).statusCode()).isEqualTo(302);

        assertThat(other.me()).isEqualTo(200);
        assertThat(other.at(one).me()).isEqualTo(200);
        assertThat(browser.comeBack(back).statusCode()).as("used up for both").isEqualTo(400);
    }

    @Test
    void aNewKeyIsSeenByTheOther() {
        browser.signIn(client, scene.username());
        String path = "/api/oauth2/tapis/refresh/" + client + "/";
        Api.of(two, scene.username()).post(path).ok();

        Api.of(one, Deployment.ADMINISTRATOR)
                .post("/api/skyferry/admin/rotate-key")
                .ok();

        Api.of(two, scene.username()).post(path).ok();
        Api.of(one, scene.username()).post(path).ok();
    }

    @Test
    void aSyncGoesOnAfterASignInAtTheOther() {
        signInByPassword(one);
        FlightFolder flight = scene.flight("Between").withPhotos(40);
        Api api = Api.of(one, scene.username());
        long project = api.post("/api/tapis-storage/create-projects/", Bodies.flights(flight))
                .ok()
                .getJsonObject("results")
                .getJsonArray("created_projects")
                .getJsonObject(0)
                .getJsonNumber("project_id")
                .longValue();
        scene.deployment().tapis().pace().latencyMillis(1000);
        api.post("/api/tapis-storage/sync-project-images/", Bodies.project(project))
                .ok();
        await().atMost(Duration.ofMinutes(2))
                .until(() -> project(api, project).getJsonObject("images").getInt("delivered") >= 4);
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            scene.deployment().tapis().revokeRefreshTokenOf(scene.username());
            return project(api, project).getString("state").equals("NEEDS_ATTENTION");
        });
        scene.deployment().tapis().pace().latencyMillis(0);

        one.kill();
        signInByPassword(two);

        Api there = Api.of(two, scene.username());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> project(there, project).getString("state"), "COMPLETED"::equals);
        assertThat(scene.task(project).files()).hasSize(40);
        one.start();
    }

    private void signInByPassword(SkyferryServer server) {
        new Api(server, null)
                .post(
                        "/api/skyferry/sign-in",
                        Bodies.credentials(scene.username(), Deployment.password(scene.username())))
                .ok();
    }

    private static JsonObject project(Api api, long project) {
        return api.get("/api/skyferry/projects/" + project).ok().getJsonObject("project");
    }
}
