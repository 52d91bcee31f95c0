package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Browser;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in through Tapis' own pages, and what a person sees when it fails. */
class BrowserSignInIT {
    private static final String WRONG_KEY = "key-that-tapis-echoes-and-nobody-may-see";

    private final Scene scene = Scene.withoutSignIn();
    private final SkyferryServer server = scene.deployment().server();
    private final String client = Browser.registeredClient(server);
    private final Browser browser = new Browser(server);

    @AfterEach
    void asUsual() {
        scene.deployment().tapis().faults().clear();
        scene.deployment().tapis().s256(false);
    }

    @Test
    void opensASessionAndKeepsTheTokens() {
        URI back = browser.atTapis(browser.begin(client, "/openapi?x=1"), scene.username());
        HttpResponse<String> answer = browser.comeBack(back);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue(server.url("/openapi?x=1").toString());
        assertThat(answer.headers().firstValue("Cache-Control"))
                .get()
                .asString()
                .contains("no-store");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("skyferry_session=").contains("HttpOnly", "SameSite=Lax"));
        assertThat(browser.me()).isEqualTo(200);
        assertThat(browser.get("/api/oauth2/tapis/status/").body())
                .contains(client)
                .doesNotContain("eyJ");
        assertThat(browser.comeBack(back).statusCode()).as("replayed").isEqualTo(400);

        browser.send("POST", "/api/skyferry/sign-out", null, "Sec-Fetch-Site", "same-origin");
        assertThat(browser.me()).isEqualTo(401);
    }

    @Test
    void showsAPageThatAPersonUnderstands() {
        HttpResponse<String> page = browser.get("/api/oauth2/tapis/callback/?state=made-up&code=x");

        assertPage(page, 400, "Sign-in can&#39;t be finished", "Start the sign-in again.", "SIGN_IN_EXPIRED");
        assertThat(page.body()).contains("/api/oauth2/tapis/authorize/");
    }

    @Test
    void answersProgramsInJson() {
        HttpResponse<String> answer = browser.send(
                "GET", "/api/oauth2/tapis/callback/?state=made-up&code=x", null, "Accept", "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.body()).contains("SIGN_IN_EXPIRED", "\"success\":false");
    }

    @Test
    void showsNoMarkupOfWhoeverMadeTheAddress() {
        HttpResponse<String> page =
                browser.get("/api/oauth2/tapis/authorize/%3Cscript%3Ealert(1)%3C%2Fscript%3E/?redirect_after=/");

        assertThat(page.statusCode()).isIn(400, 404);
        assertThat(page.body()).doesNotContain("<script");
    }

    @Test
    void saysThatTapisRefusedTheCode() {
        String state = parameter(browser.begin(client, "/"), "state");

        HttpResponse<String> page = browser.get("/api/oauth2/tapis/callback/?code=made-up&state=" + state);

        assertPage(page, 401, "Sign-in refused", "Tapis did not accept the browser&#39;s code.", "SIGN_IN_REFUSED");
    }

    @Test
    void saysThatNothingCameWhenTheUserDidNotAgree() {
        String state = parameter(browser.begin(client, "/"), "state");

        HttpResponse<String> page = browser.get(
                "/api/oauth2/tapis/callback/?error=access_denied&error_description=%3Cb%3Eno%3C%2Fb%3E&state=" + state);

        assertPage(page, 401, "Sign-in refused", "Tapis sent the browser back without a code.", "SIGN_IN_REFUSED");
        assertThat(page.body()).doesNotContain("<b>no");
    }

    @Test
    void saysThatTapisFailed() {
        URI back = browser.atTapis(browser.begin(client, "/"), scene.username());
        scene.deployment()
                .tapis()
                .faults()
                .add(Fault.on(
                        "POST",
                        "/v3/oauth2/tokens$",
                        new FaultEffect.Status(503, "text/html", "<h1>busy</h1>", Map.of())));

        assertPage(browser.comeBack(back), 503, "Tapis is busy", "TAPIS_BUSY");
    }

    @Test
    void neverRepeatsTheClientKeyThatTapisEchoes() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("client_id", "wrong-" + scene.username())
                .add("client_key", WRONG_KEY)
                .add("tenant_id", "sandbox")
                .add("base_url", scene.deployment().tapis().baseUrl())
                .build();
        assertThat(Api.as(Deployment.ADMINISTRATOR)
                        .post("/api/skyferry/oauth-clients", wrong)
                        .status())
                .isEqualTo(201);
        String state = parameter(browser.begin("wrong-" + scene.username(), "/"), "state");

        HttpResponse<String> page = browser.get("/api/oauth2/tapis/callback/?code=any&state=" + state);

        assertPage(page, 502, "Tapis refused the OAuth2 client", "TAPIS_CLIENT_REFUSED");
        assertThat(page.body()).doesNotContain(WRONG_KEY);
        assertThat(server.readLog()).doesNotContain(WRONG_KEY);
        Api.as(Deployment.ADMINISTRATOR)
                .send("DELETE", "/api/skyferry/oauth-clients/wrong-" + scene.username(), "application/json", null)
                .ok();
    }

    @Test
    void anotherBrowserCannotFinishASignIn() {
        URI back = browser.atTapis(browser.begin(client, "/"), scene.username());
        Browser other = new Browser(server);

        assertThat(other.comeBack(back).statusCode()).isEqualTo(400);
        assertThat(other.me()).isEqualTo(401);
    }

    private static void assertPage(HttpResponse<String> page, int status, String... texts) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(page.body()).contains(texts).contains("reference").doesNotContain("Exception", "<script");
    }

    private static String parameter(URI address, String name) {
        for (String pair : address.getRawQuery().split("&")) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        throw new AssertionError(name + " is not in " + address);
    }
}
