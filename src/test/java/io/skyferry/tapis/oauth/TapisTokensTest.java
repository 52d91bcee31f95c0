package io.skyferry.tapis.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.FakeTapis;
import io.skyferry.access.kit.FakeTapis.Canned;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TapisTokensTest {
    private static final Secret PASSWORD = new Secret(FakeTapis.PASSWORD);

    private FakeTapis tapis;
    private TapisTokens tokens;

    @BeforeEach
    void start() throws Exception {
        tapis = new FakeTapis();
        tokens = new AccessKit(tapis.baseUrl(), Clock.systemUTC()).tokens();
    }

    @AfterEach
    void stop() {
        tapis.close();
    }

    private ClientCredentials client(String key) {
        return new ClientCredentials(
                ClientCredentials.usualTokenUrl(tapis.baseUrl()), FakeTapis.CLIENT, new Secret(key));
    }

    private Failure signInFailure(String key) {
        return catchThrowableOfType(Failure.class, () -> tokens.signIn(client(key), FakeTapis.USER, PASSWORD));
    }

    @Test
    void readsTheNestedAnswer() {
        tapis.accessLife(Duration.ofSeconds(300));
        IssuedTokens issued = tokens.signIn(client(FakeTapis.CLIENT_KEY), FakeTapis.USER, PASSWORD);
        assertThat(issued.accessToken().reveal()).startsWith("eyJ");
        assertThat(issued.accessExpiry()).isEqualTo(issued.issuedAt().plusSeconds(300));
        assertThat(issued.refreshToken()).isPresent();
        assertThat(issued.refreshExpiry()).hasValue(issued.issuedAt().plus(Duration.ofDays(365)));
    }

    @Test
    void readsTheDateWhenThereIsNoLifeSpan() {
        String body =
                "{\"result\":{\"access_token\":{\"access_token\":\"t\",\"expires_at\":\"2031-01-01T00:00:00+00:00\"}}}";
        tapis.answerTokens(new Canned(201, "application/json", body));
        IssuedTokens issued = tokens.signIn(client(FakeTapis.CLIENT_KEY), FakeTapis.USER, PASSWORD);
        assertThat(issued.accessExpiry()).isEqualTo(Instant.parse("2031-01-01T00:00:00Z"));
        assertThat(issued.refreshToken()).isEmpty();
    }

    @Test
    void neverRepeatsWhatTapisSaysAboutTheClientsKey() {
        tapis.answerTokens(new Canned(
                400,
                "application/json",
                "{\"message\":\"Invalid client credentials: " + FakeTapis.CLIENT + ", " + FakeTapis.CLIENT_KEY
                        + ". session: <x>\",\"status\":\"error\"}"));
        Failure failure = signInFailure(FakeTapis.CLIENT_KEY);
        assertThat(failure.code()).isEqualTo(ErrorCode.TAPIS_CLIENT_REFUSED);
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain(FakeTapis.CLIENT_KEY, FakeTapis.PASSWORD);
    }

    @Test
    void tellsAWrongKeyFromAWrongPassword() {
        assertThat(signInFailure("wrong").code()).isEqualTo(ErrorCode.TAPIS_CLIENT_REFUSED);
        Failure wrongPassword = catchThrowableOfType(
                Failure.class, () -> tokens.signIn(client(FakeTapis.CLIENT_KEY), FakeTapis.USER, new Secret("wrong")));
        assertThat(wrongPassword.code()).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, SIGN_IN_REFUSED",
        "401, SIGN_IN_REFUSED",
        "429, TAPIS_BUSY",
        "500, TAPIS_ERROR",
        "502, TAPIS_ERROR",
        "503, TAPIS_BUSY",
        "404, TAPIS_UNEXPECTED_ANSWER"
    })
    void namesEveryFailureWhateverTheBody(int status, ErrorCode code) {
        tapis.answerTokens(new Canned(status, "text/plain", "no JSON at all"));
        assertThat(signInFailure(FakeTapis.CLIENT_KEY).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>welcome</html>",
                "[]",
                "{}",
                "{\"result\":\"token\"}",
                "{\"result\":{\"access_token\":\"flat\"}}",
                "{\"result\":{\"access_token\":{\"access_token\":\"t\"}}}",
                "{\"result\":{\"access_token\":{\"access_token\":\"t\",\"expires_at\":\"soon\"}}}",
                "{\"result\":{\"access_token\":{\"access_token\":1,\"expires_in\":3}}}"
            })
    void refusesAnswersThatAreNoTokens(String body) {
        tapis.answerTokens(new Canned(200, "application/json", body));
        assertThat(signInFailure(FakeTapis.CLIENT_KEY).code()).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (FakeTapis other = new FakeTapis()) {
            tapis.answerTokens(new Canned(307, "text/plain", other.baseUrl() + "/v3/oauth2/tokens"));
            assertThat(signInFailure(FakeTapis.CLIENT_KEY).code()).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void saysThatTapisIsUnreachable() {
        tapis.close();
        assertThat(signInFailure(FakeTapis.CLIENT_KEY).code()).isEqualTo(ErrorCode.TAPIS_UNREACHABLE);
    }

    @Test
    void takesAnUnknownTokenAsRevoked() {
        tokens.revoke(tapis.baseUrl(), new Secret("any"));
        assertThat(tapis.revoked()).containsExactly("any");
    }
}
