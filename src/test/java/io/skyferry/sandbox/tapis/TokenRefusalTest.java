package io.skyferry.sandbox.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRefusalTest {
    private static final String JAVA = "/v3/systems";
    private static final String FLASK = "/v3/oauth2/userinfo";

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

    @ParameterizedTest
    @ValueSource(strings = {"/v3/systems", "/v3/files/ops/ada.own", "/v3/files/content/ada.own/x"})
    void neverLooksAtBearer(String path) {
        String bearer = "Bearer " + fixture.tapis.accessToken("ada");

        assertText(fixture.get(null, path, "Authorization", bearer), 401, "TAPIS_SECURITY_MISSING_JWT_INFO");
    }

    @Test
    void refusesTheHeadersOfServicesBesideAUserToken() {
        assertText(fixture.get("ada", JAVA, "X-Tapis-Tenant", "sandbox"), 401, "TAPIS_SECURITY_UNEXPECTED_HEADER");
        assertText(fixture.get("ada", JAVA, "X-Tapis-User", "ada"), 401, "TAPIS_SECURITY_UNEXPECTED_HEADER");
    }

    @Test
    void tellsAnExpiredTokenToTheSecond() {
        String token = fixture.tapis.accessToken("ada", Duration.ofSeconds(30));
        assertThat(with(token, JAVA).statusCode()).isEqualTo(200);

        fixture.pass(Duration.ofSeconds(30));

        assertText(with(token, JAVA), 401, "TAPIS_SECURITY_JWT_EXPIRED Exception message: JWT expired at ");
        assertThat(with(token, JAVA).body())
                .contains("Claims: iss: " + fixture.tapis.baseUrl() + "/v3/tokens sub: ada@sandbox");
        assertFlask(with(token, FLASK), "Invalid Tapis token.");
    }

    @Test
    void refusesForgedTokens() {
        String good = fixture.tapis.accessToken("ada");
        String unsigned = base64("{\"alg\":\"none\"}") + "." + good.split("\\.")[1] + ".";
        String otherClaims = good.split("\\.")[0] + "." + base64(claims("ada").toString()) + "." + good.split("\\.")[2];

        for (String forged : new String[] {"nonsense", "a.b.c", unsigned, otherClaims}) {
            assertText(with(forged, JAVA), 401, "TAPIS_SECURITY_JWT_PARSE_ERROR");
            assertFlask(with(forged, FLASK), "Invalid Tapis token.");
        }
    }

    @Test
    void refusesWrongClaims() {
        JsonObject good = claims("ada");

        assertThat(with(sign(good, "iss", "https://elsewhere"), JAVA).statusCode())
                .isEqualTo(200);
        assertText(with(sign(good, "tapis/tenant_id", "other"), JAVA), 500, "TAPIS_SECURITY_JWT_KEY_ERROR");
        assertText(with(sign(good, "tapis/token_type", "x"), JAVA), 401, "TAPIS_SECURITY_JWT_INVALID_CLAIM");
        assertText(with(sign(good, "tapis/account_type", "service"), JAVA), 401, "TAPIS_SECURITY_JWT_INVALID_CLAIM");
        assertText(with(sign(good, "tapis/username", ""), JAVA), 401, "TAPIS_SECURITY_JWT_INVALID_CLAIM");
        assertText(with(fixture.tapis.refreshToken("ada"), JAVA), 401, "TAPIS_SECURITY_JWT_INVALID_CLAIM");
    }

    @Test
    void answersARevokedTokenWith500Everywhere() {
        String token = fixture.tapis.accessToken("ada");
        String body = "{\"token\":\"" + token + "\"}";
        assertThat(fixture.postJson(null, "/v3/oauth2/tokens/revoke", body).statusCode())
                .isEqualTo(200);

        for (String path : new String[] {JAVA, FLASK, "/v3/files/ops/ada.own", "/v3/tenants"}) {
            HttpResponse<String> answer = with(token, path);
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body())
                    .isEqualTo("{\"status\":\"error\",\"message\":\"Token is revoked.\",\"result\":null}");
        }
        assertThat(fixture.postJson(null, "/v3/oauth2/tokens/revoke", body).statusCode())
                .isEqualTo(400);
        assertThat(fixture.get("ada", JAVA).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesOldTokensAfterTheKeyWasChanged() {
        String token = fixture.tapis.accessToken("ada");
        String before = fixture.tapis.mint().publicKey();

        fixture.tapis.mint().rotateKey();

        assertThat(with(token, JAVA).statusCode()).isEqualTo(401);
        assertThat(fixture.get("ada", JAVA).statusCode()).isEqualTo(200);
        assertThat(fixture.json(null, "/v3/tenants/sandbox")
                        .getJsonObject("result")
                        .getString("public_key"))
                .isNotEqualTo(before);
    }

    @Test
    void wantsATokenInFlaskToo() {
        assertFlask(fixture.get(null, FLASK), "No Tapis access token found in the request.");
    }

    private HttpResponse<String> with(String token, String path) {
        return fixture.get(null, path, "X-Tapis-Token", token);
    }

    private String sign(JsonObject claims, String name, String value) {
        return fixture.tapis
                .mint()
                .sign(Json.createObjectBuilder(claims).add(name, value).build());
    }

    private JsonObject claims(String user) {
        return fixture.tapis.mint().peek(fixture.tapis.accessToken(user)).orElseThrow();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertText(HttpResponse<String> answer, int status, String prefix) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).startsWith(prefix);
    }

    private static void assertFlask(HttpResponse<String> answer, String message) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TapisFixture.json(answer).getString("status")).isEqualTo("error");
        assertThat(TapisFixture.json(answer).getString("message")).isEqualTo(message);
    }
}
