package io.skyferry.sandbox.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {
    private static final String AUTHORIZE = "/v3/oauth2/authorize";
    private static final String ASKED =
            "client_id=demo&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%3A9080%2Fcallback%2F";

    @TempDir
    Path directory;

    private TapisFixture fixture;
    private SignInBrowser browser;

    @BeforeEach
    void start() throws IOException {
        fixture = new TapisFixture(directory);
        browser = new SignInBrowser(fixture);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void leadsThroughSignInAndConsentBackToTheClient() {
        HttpResponse<String> start = browser.get(AUTHORIZE + "?" + ASKED + "&state=s%2B1");
        assertThat(location(start)).isEqualTo("/v3/oauth2/login");
        String cookieBefore = browser.cookie();
        assertThat(browser.get("/v3/oauth2/login").body()).contains("name=\"username\"", "Sign in");
        assertThat(browser.post("/v3/oauth2/login", "username=ada&password=no").body())
                .contains("Invalid username/password combination.");

        HttpResponse<String> signedIn = browser.post("/v3/oauth2/login", "username=ada&password=pa");
        assertThat(location(signedIn)).isEqualTo(AUTHORIZE + "?" + ASKED + "&state=s%2B1");
        assertThat(browser.cookie()).isNotEqualTo(cookieBefore);
        assertThat(browser.get(location(signedIn)).body()).contains("value=\"s+1\"", "Approve", "ada");

        String back = location(browser.post(AUTHORIZE, ASKED + "&state=s%2B1+%C3%BC&approve=Approve"));
        assertThat(back).matches("http://localhost:9080/callback/\\?code=[A-Za-z0-9]{40}&state=s\\+1 .*");
        JsonObject result =
                TapisFixture.json(exchange(code(back), TapisFixture.CALLBACK)).getJsonObject("result");
        assertThat(result.keySet()).containsExactly("access_token", "refresh_token");
        assertThat(fixture.get(
                                null,
                                "/v3/oauth2/userinfo",
                                "X-Tapis-Token",
                                result.getJsonObject("access_token").getString("access_token"))
                        .body())
                .contains("\"username\":\"ada\"");
    }

    @Test
    void writesNoneForAnAbsentState() {
        assertThat(approved("")).endsWith("&state=None");
    }

    @Test
    void takesACodeOnceAndForItsRedirectUriOnly() {
        String code = code(approved("&state=x"));

        assertThat(exchange(code, "http://elsewhere").statusCode()).isEqualTo(400);
        assertThat(exchange(code, TapisFixture.CALLBACK).statusCode()).isEqualTo(200);
        assertThat(exchange(code, TapisFixture.CALLBACK).statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsACodeAfterTenMinutes() {
        String code = code(approved("&state=x"));

        fixture.pass(Duration.ofSeconds(607));

        assertThat(exchange(code, TapisFixture.CALLBACK).statusCode()).isEqualTo(400);
    }

    @Test
    void forgetsABrowserAfterAQuarterOfAnHour() {
        approved("");

        fixture.pass(Duration.ofMinutes(16));

        assertThat(location(browser.get(AUTHORIZE + "?" + ASKED))).isEqualTo("/v3/oauth2/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "client_id=none&response_type=code&redirect_uri=http://localhost:9080/callback/",
                "client_id=demo&response_type=code&redirect_uri=http://localhost:9080/callback",
                "client_id=demo&response_type=magic&redirect_uri=http://localhost:9080/callback/",
                "state=x"
            })
    void showsErrorsInPlaceOfRedirecting(String query) {
        HttpResponse<String> answer = browser.get(AUTHORIZE + "?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(TapisFixture.json(answer).getString("status")).isEqualTo("error");
    }

    @Test
    void showsADenialInPlaceOfRedirecting() {
        approved("");

        assertThat(browser.post(AUTHORIZE, ASKED + "&deny=Deny").statusCode()).isEqualTo(400);
        assertThat(new SignInBrowser(fixture)
                        .post(AUTHORIZE, ASKED + "&approve=Approve")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void letsAUserKeepClients() {
        String clients = "/v3/oauth2/clients";
        String body = "{\"client_id\":\"mine\",\"client_key\":\"k\",\"callback_url\":\"http://x/\"}";
        JsonObject made =
                TapisFixture.json(fixture.postJson("grace", clients, body)).getJsonObject("result");

        assertThat(made.getString("create_time")).matches("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [0-9:]{8} GMT");
        assertThat(fixture.postJson("ada", clients, body).statusCode()).isEqualTo(409);
        assertThat(fixture.postJson("ada", clients, "{\"display_name\":\"" + "x".repeat(51) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(fixture.json("grace", clients).getJsonArray("result")).hasSize(1);
        assertThat(fixture.get("ada", clients + "/mine").statusCode()).isEqualTo(404);
        assertThat(change("mine", "{\"callback_url\":\"http://y/\"}")).isEqualTo(200);
        assertThat(fixture.json("grace", clients + "/mine")
                        .getJsonObject("result")
                        .getString("callback_url"))
                .isEqualTo("http://y/");
        fixture.send(fixture.request(clients + "/mine", "X-Tapis-Token", fixture.tapis.accessToken("grace"))
                .DELETE());
        assertThat(fixture.get("grace", clients + "/mine").statusCode()).isEqualTo(404);
    }

    private int change(String id, String body) {
        return fixture.send(
                        fixture.request("/v3/oauth2/clients/" + id, "X-Tapis-Token", fixture.tapis.accessToken("grace"))
                                .PUT(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    /** Signs in, approves, and gives the address that the browser is sent to. */
    private String approved(String state) {
        browser.get(AUTHORIZE + "?" + ASKED + state);
        browser.post("/v3/oauth2/login", "username=ada&password=pa");
        return location(browser.post(AUTHORIZE, ASKED + state + "&approve=Approve"));
    }

    private HttpResponse<String> exchange(String code, String redirectUri) {
        String body = Json.createObjectBuilder()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", redirectUri)
                .build()
                .toString();
        return fixture.postJson(null, "/v3/oauth2/tokens", body, "Authorization", TapisFixture.basic("demo", "key"));
    }

    private static String code(String address) {
        return address.replaceAll(".*code=([^&]+).*", "$1");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none, status " + answer.statusCode());
    }
}
