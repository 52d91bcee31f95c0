package io.skyferry.sandbox.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String TOKENS = "/v3/oauth2/tokens";
    private static final String DEMO = TapisFixture.basic("demo", "key");

    @TempDir
    Path directory;

    private TapisFixture fixture;

    @BeforeEach
    void start() throws IOException {
        fixture = new TapisFixture(directory);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void nestsTokensInTheAnswer() {
        HttpResponse<String> answer = password("ada", "pa", DEMO);
        JsonObject result = TapisFixture.json(answer).getJsonObject("result");
        JsonObject access = result.getJsonObject("access_token");
        JsonObject refresh = result.getJsonObject("refresh_token");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(access.getInt("expires_in")).isEqualTo(14_400);
        assertThat(access.getString("expires_at")).endsWith("+00:00");
        assertThat(OffsetDateTime.parse(access.getString("expires_at")).toInstant())
                .isBetween(fixture.now().plusSeconds(14_000), fixture.now().plusSeconds(14_401));
        assertThat(refresh.getInt("expires_in")).isEqualTo(31_536_000);
        assertThat(fixture.get(null, "/v3/systems", "X-Tapis-Token", access.getString("access_token"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void signsExactlyTheClaimsOfTapis() {
        JsonObject result = TapisFixture.json(password("ada", "pa", DEMO)).getJsonObject("result");
        String jwt = result.getJsonObject("access_token").getString("access_token");
        JsonObject claims = part(jwt, 1);
        JsonObject refresh = part(result.getJsonObject("refresh_token").getString("refresh_token"), 1);

        assertThat(part(jwt, 0))
                .isEqualTo(object("typ", "JWT").add("alg", "RS256").build());
        assertThat(claims.keySet())
                .containsExactlyInAnyOrder(
                        "jti",
                        "iss",
                        "sub",
                        "exp",
                        "tapis/tenant_id",
                        "tapis/token_type",
                        "tapis/delegation",
                        "tapis/delegation_sub",
                        "tapis/username",
                        "tapis/account_type",
                        "tapis/client_id",
                        "tapis/grant_type",
                        "tapis/redirect_uri",
                        "tapis/refresh_count");
        assertThat(claims.getString("sub")).isEqualTo("ada@sandbox");
        assertThat(claims.getString("iss")).isEqualTo(fixture.tapis.baseUrl() + "/v3/tokens");
        assertThat(refresh.getString("tapis/token_type")).isEqualTo("refresh");
        assertThat(refresh.getInt("tapis/initial_ttl")).isEqualTo(31_536_000);
        assertThat(refresh.getJsonObject("tapis/access_token").getString("tapis/username"))
                .isEqualTo("ada");
    }

    @Test
    void givesNoRefreshTokenWithoutAClient() {
        assertThat(TapisFixture.json(password("ada", "pa", null))
                        .getJsonObject("result")
                        .keySet())
                .containsExactly("access_token");
    }

    @Test
    void refusesWithStatus400() {
        assertRefused(password("ada", "wrong", DEMO), "Invalid username/password combination.");
        assertRefused(
                password("ada", "pa", TapisFixture.basic("demo", "WRONG-KEY")),
                "Invalid client credentials: demo, WRONG-KEY. session: ");
        assertRefused(fixture.postJson(null, TOKENS, "{\"grant_type\":\"magic\"}"), "Invalid grant_type.");
        assertRefused(refresh("nonsense", DEMO), "Invalid refresh_token.");
    }

    @Test
    void failsWithoutAContentType() {
        HttpRequest.Builder request =
                fixture.request(TOKENS).POST(HttpRequest.BodyPublishers.ofString("{\"grant_type\":\"password\"}"));

        assertThat(fixture.send(request).statusCode()).isEqualTo(500);
    }

    @Test
    void givesANewRefreshTokenAndKeepsTheOld() {
        String first = fixture.tapis.refreshToken("ada");

        JsonObject result = TapisFixture.json(refresh(first, DEMO)).getJsonObject("result");
        String second = result.getJsonObject("refresh_token").getString("refresh_token");

        assertThat(part(result.getJsonObject("access_token").getString("access_token"), 1)
                        .getInt("tapis/refresh_count"))
                .isEqualTo(1);
        assertThat(refresh(first, DEMO).statusCode()).isEqualTo(200);
        assertThat(refresh(second, DEMO).statusCode()).isEqualTo(200);
        fixture.tapis.revoke(second);
        assertRefused(refresh(second, DEMO), "Invalid refresh_token.");
        assertThat(refresh(first, DEMO).statusCode()).isEqualTo(200);
    }

    @Test
    void refreshesOnlyForTheClientOfTheToken() {
        fixture.postJson("ada", "/v3/oauth2/clients", "{\"client_id\":\"other\",\"client_key\":\"k\"}");
        String token = fixture.tapis.refreshToken("ada");

        assertRefused(refresh(token, TapisFixture.basic("other", "k")), "Invalid refresh_token.");
        assertRefused(refresh(fixture.tapis.accessToken("ada"), DEMO), "Invalid refresh_token.");
        fixture.pass(Duration.ofDays(366));
        assertRefused(refresh(token, DEMO), "Invalid refresh_token.");
    }

    @Test
    void dropsClientCredentialsInAForm() {
        String token = fixture.tapis.refreshToken("ada");
        String form = "grant_type=refresh_token&refresh_token=" + token;
        String type = "application/x-www-form-urlencoded";

        assertThat(fixture.post(null, TOKENS, type, form, "Authorization", DEMO).statusCode())
                .isEqualTo(200);
        assertRefused(
                fixture.post(null, TOKENS, type, form + "&client_id=demo&client_key=key"),
                "Invalid client credentials: None, None.");
        assertThat(fixture.postJson(
                                null,
                                TOKENS,
                                object("grant_type", "refresh_token")
                                        .add("refresh_token", token)
                                        .add("client_id", "demo")
                                        .add("client_key", "key")
                                        .build()
                                        .toString())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void letsADeviceWaitForItsUser() {
        JsonObject begun = TapisFixture.json(
                        fixture.postJson(null, "/v3/oauth2/device/code", "{\"client_id\":\"demo\"}"))
                .getJsonObject("result");
        String poll = object("grant_type", "device_code")
                .add("client_id", "demo")
                .add("device_code", begun.getString("device_code"))
                .build()
                .toString();
        assertThat(begun.getString("user_code")).matches("[A-Z]{8}");
        assertThat(Instant.parse(begun.getString("expires_in"))).isAfter(fixture.now());
        assertThat(begun.getString("verification_uri")).startsWith(fixture.tapis.baseUrl());
        assertRefused(fixture.postJson(null, TOKENS, poll), "device code not ready.");

        SignInBrowser browser = new SignInBrowser(fixture);
        browser.get("/v3/oauth2/device");
        browser.post("/v3/oauth2/login", "username=grace&password=pg");
        browser.post("/v3/oauth2/device", "user_code=" + begun.getString("user_code"));
        JsonObject access = TapisFixture.json(fixture.postJson(null, TOKENS, poll))
                .getJsonObject("result")
                .getJsonObject("access_token");

        assertThat(access.getInt("expires_in")).isEqualTo(30 * 86_400);
        assertThat(part(access.getString("access_token"), 1).getString("sub")).isEqualTo("grace@sandbox");
        assertRefused(fixture.postJson(null, TOKENS, poll), "Invalid device code.");
    }

    private HttpResponse<String> password(String user, String password, String client) {
        String body = object("grant_type", "password")
                .add("username", user)
                .add("password", password)
                .build()
                .toString();
        return client == null
                ? fixture.postJson(null, TOKENS, body)
                : fixture.postJson(null, TOKENS, body, "Authorization", client);
    }

    private HttpResponse<String> refresh(String token, String client) {
        String body = object("grant_type", "refresh_token")
                .add("refresh_token", token)
                .build()
                .toString();
        return fixture.postJson(null, TOKENS, body, "Authorization", client);
    }

    private static JsonObjectBuilder object(String name, String value) {
        return Json.createObjectBuilder().add(name, value);
    }

    private static JsonObject part(String jwt, int index) {
        byte[] json = Base64.getUrlDecoder().decode(jwt.split("\\.")[index]);
        try (var reader = Json.createReader(new StringReader(new String(json, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static void assertRefused(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TapisFixture.json(answer).getString("message")).startsWith(message);
    }
}
