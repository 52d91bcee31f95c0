package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Audits;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Browser;
import io.skyferry.functional.kit.Scene;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser's cookie comes along with whatever another site makes it send. */
class OtherSitesIT {
    private static Scene scene;
    private static Browser browser;
    private static long project;

    @BeforeAll
    static void signIn() {
        scene = Scene.signedIn();
        project = scene.create(scene.flight("Guarded").withPhotos(2));
        browser = new Browser(scene.deployment().server())
                .signIn(Browser.registeredClient(scene.deployment().server()), scene.username());
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none",
        "Origin, https://evil.example",
        "Origin, null",
        "Accept, application/json"
    })
    void aChangeFromElsewhereIsRefusedAndHasNoEffect(String header, String value) {
        HttpResponse<String> sync = browser.send(
                "POST",
                "/api/tapis-storage/sync-project-images/",
                Bodies.project(project).toString(),
                header,
                value);
        HttpResponse<String> revoke =
                browser.send("POST", "/api/oauth2/tapis/revoke/skyferry-demo/", null, header, value);

        assertThat(List.of(sync, revoke)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("OTHER_SITE");
        });
        assertThat(scene.project(project).getString("state")).isEqualTo("CREATED");
        assertThat(scene.api().get("/api/oauth2/tapis/status/").text()).contains("skyferry-demo");
    }

    @Test
    void ourOwnPageMayChangeThings() {
        HttpResponse<String> saved = browser.send(
                "POST",
                "/api/tapis-preferences/",
                "{\"discovery_cooldown_hours\": 7}",
                "Sec-Fetch-Site",
                "same-origin");

        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
    }

    @Test
    void noGetChangesAnything() {
        Audits before = Audits.read();
        JsonObject paths = Api.anonymous()
                .send("GET", "/openapi?format=JSON", null, null)
                .json()
                .getJsonObject("paths");
        List<String> changing = paths.keySet().stream()
                .filter(path -> path.startsWith("/api/"))
                .filter(path -> !paths.getJsonObject(path).containsKey("get"))
                .map(path -> path.replaceAll("\\{[^}]*}", Long.toString(project)))
                .toList();

        assertThat(changing).hasSizeGreaterThan(5).anyMatch(path -> path.endsWith("/stop"));
        assertThat(changing).allSatisfy(path -> {
            assertThat(browser.get(path).statusCode()).as(path).isBetween(400, 499);
            assertThat(browser.send("HEAD", path, null).statusCode()).as(path).isBetween(400, 499);
        });
        assertThat(Audits.since(before)).as("nothing was recorded as a change").isEmpty();
        assertThat(scene.project(project).getString("state")).isEqualTo("CREATED");
    }
}
