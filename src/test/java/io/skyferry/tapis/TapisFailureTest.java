package io.skyferry.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.sandbox.http.Fault;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.tapis.kit.GivenTokens;
import io.skyferry.tapis.kit.TapisWorld;
import io.skyferry.transfer.testkit.Failures;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the gateway makes of a Tapis that refuses, fails or answers nonsense. */
class TapisFailureTest {
    private static final String SYSTEM = "ptdatax.project.A";

    @TempDir
    Path directory;

    @TempDir
    Path elsewhere;

    private TapisWorld world;

    @BeforeEach
    void start() throws IOException {
        world = new TapisWorld(directory)
                .system(SYSTEM, ", \"deniedPaths\": [\"closed\"]")
                .system("unreadable", ", \"fileReaders\": []")
                .system("keyless", ", \"hostCredentialMissing\": true")
                .system("disabled", ", \"enabled\": false")
                .file(SYSTEM, "a.jpg")
                .directory(SYSTEM, "closed")
                .start();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void list(TapisSession session, String system, String path) {
        world.gateway().listDirectory(session, system, path, null, world.count());
    }

    private Failure failure(String system, String path) {
        return Failures.of(() -> list(world.session(), system, path));
    }

    private void fault(int times, FaultEffect effect) {
        world.sandbox().faults().add(Fault.on("GET", "/v3/", effect).times(times));
    }

    private void answer(int times, int status, String body) {
        fault(times, new FaultEffect.Status(status, "application/json", body, Map.of()));
    }

    private int requests() {
        return world.sandbox().requests().list().size();
    }

    @ParameterizedTest
    @CsvSource({
        "ptdatax.project.A, missing, TAPIS_NOT_FOUND",
        "ptdatax.project.A, closed, TAPIS_FORBIDDEN",
        "unreadable, '', TAPIS_FORBIDDEN",
        "unreadable, missing, TAPIS_FORBIDDEN",
        "unknown, '', SYSTEM_NOT_ACCESSIBLE",
        "disabled, '', SYSTEM_NOT_ACCESSIBLE",
        "keyless, '', TAPIS_HOST_CREDENTIAL",
    })
    void tellsRefusalsApart(String system, String path, ErrorCode code) {
        assertThat(failure(system, path).code()).isEqualTo(code);
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"status\":\"error\",\"message\":\"arg2\"} | TAPIS_UNEXPECTED_ANSWER | 1",
                "400 | Invalid query parameter | TAPIS_UNEXPECTED_ANSWER | 1",
                "401 | {\"status\":\"Unauthorized\",\"message\":\"SSH_POOL_MISSING_CREDENTIALS\"} | TAPIS_HOST_CREDENTIAL | 1",
                "403 | {\"status\":\"Forbidden\"} | TAPIS_FORBIDDEN | 1",
                "404 | {\"status\":\"Not Found\",\"message\":\"FILES_CLIENT_SSH_NOT_FOUND x\"} | TAPIS_NOT_FOUND | 1",
                "404 | {\"status\":\"Not Found\",\"message\":\"FILES_SYS_NOTENABLED x\"} | SYSTEM_NOT_ACCESSIBLE | 1",
                "404 | <html><h1>404 Not Found</h1></html> | TAPIS_UNEXPECTED_ANSWER | 1",
                "405 | not allowed | TAPIS_UNEXPECTED_ANSWER | 1",
                "429 | slow down | TAPIS_BUSY | 3",
                "500 | {\"message\":\"FILES_OPSC_ERR_LIST x\"} | TAPIS_ERROR | 3",
                "500 | TAPIS_SECURITY_JWT_KEY_ERROR x | TAPIS_ERROR | 3",
                "501 | no | TAPIS_ERROR | 3",
                "502 | <html><h1>502 Bad Gateway</h1></html> | TAPIS_ERROR | 3",
                "503 | <html>Unavailable</html> | TAPIS_BUSY | 3",
                "504 | '' | TAPIS_ERROR | 3",
                "200 | {\"status\":\"success\"} | TAPIS_UNEXPECTED_ANSWER | 1",
                "200 | {\"result\":null} | TAPIS_UNEXPECTED_ANSWER | 1",
                "200 | {\"result\":{}} | TAPIS_UNEXPECTED_ANSWER | 1",
                "200 | [] | TAPIS_UNEXPECTED_ANSWER | 1",
                "200 | '' | TAPIS_UNEXPECTED_ANSWER | 1",
                "200 | {\"result\":[{\"name\":\"a\",\"size\":\"large\"}]} | TAPIS_UNEXPECTED_ANSWER | 1",
            })
    void translatesEveryAnswer(int status, String body, ErrorCode code, int attempts) {
        answer(Fault.FOREVER, status, body);

        assertThat(failure(SYSTEM, "").code()).isEqualTo(code);
        assertThat(requests()).isEqualTo(attempts);
        assertThat(world.count().sent()).isEqualTo(attempts);
    }

    @Test
    void keepsOneShortLineOfWhatTapisSaid() {
        answer(1, 403, "first\n\tsecond " + "x".repeat(5000));

        assertThat(failure(SYSTEM, "").detail())
                .startsWith("Tapis 403: first second x")
                .hasSizeLessThan(330)
                .doesNotContain("\n", "\t");
    }

    @Test
    void refusesASignInPageInPlaceOfAListing() {
        fault(1, new FaultEffect.Html());

        assertThat(failure(SYSTEM, "").code()).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
    }

    @Test
    void succeedsWhenTapisRecovers() {
        answer(2, 502, "<html>Bad Gateway</html>");

        list(world.session(), SYSTEM, "");

        assertThat(requests()).isEqualTo(3);
        assertThat(world.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void waitsAsLongAsTapisAsks() {
        fault(1, new FaultEffect.Status(503, "text/plain", "busy", Map.of("Retry-After", "1")));

        list(world.session(), SYSTEM, "");

        assertThat(world.waits()).containsExactly(Duration.ofSeconds(1));
        assertThat(world.sandbox().requests().list()).hasSize(2);
        LoggedRequest first = world.sandbox().requests().list().get(0);
        LoggedRequest second = world.sandbox().requests().list().get(1);
        assertThat(second.started()).isAfterOrEqualTo(first.started().plusMillis(990));
    }

    @Test
    void givesUpWhenTapisAsksForTooMuch() {
        fault(1, new FaultEffect.Status(503, "text/plain", "busy", Map.of("Retry-After", "61")));

        Failure failure = failure(SYSTEM, "");

        assertThat(failure.code()).isEqualTo(ErrorCode.TAPIS_BUSY);
        assertThat(failure.retryAfter()).hasValue(Duration.ofSeconds(61));
        assertThat(world.waits()).isEmpty();
    }

    @Test
    void readsAgainWhenAListingBreaksOff() {
        fault(1, new FaultEffect.Abort(0.5));

        list(world.session(), SYSTEM, "");

        assertThat(world.sandbox().requests().list("GET", "/v3/files")).hasSizeGreaterThan(1);
    }

    @Test
    void saysThatNobodyAnswers() {
        GivenTokens session = world.session();
        world.close();

        Failure failure = Failures.of(() -> list(session, SYSTEM, ""));

        assertThat(failure.code()).isEqualTo(ErrorCode.TAPIS_UNREACHABLE);
        assertThat(failure.getSuppressed()).hasSize(TapisWorld.ATTEMPTS - 1);
    }

    @Test
    void renewsAnExpiredTokenOnceAndGoesOn() {
        String expired = world.sandbox().accessToken("ada", Duration.ofSeconds(-60));
        GivenTokens session = new GivenTokens(
                world.sandbox().baseUrl(), "ada", expired, world.sandbox().accessToken("ada"));

        list(session, SYSTEM, "");

        assertThat(session.renewals()).isEqualTo(1);
        assertThat(world.count().sent()).isEqualTo(2);
    }

    @Test
    void renewsARevokedTokenWhichTapisAnswersWith500() {
        String revoked = world.sandbox().accessToken("ada");
        world.sandbox().revoke(revoked);
        GivenTokens session = new GivenTokens(
                world.sandbox().baseUrl(), "ada", revoked, world.sandbox().accessToken("ada"));

        list(session, SYSTEM, "");

        assertThat(session.renewals()).isEqualTo(1);
        assertThat(world.count().sent()).isEqualTo(2);
    }

    @Test
    void givesUpWhenTheNewTokenIsRejectedAsWell() {
        String expired = world.sandbox().accessToken("ada", Duration.ofSeconds(-60));
        GivenTokens session = new GivenTokens(world.sandbox().baseUrl(), "ada", expired, expired, expired);

        assertThat(Failures.of(() -> list(session, SYSTEM, "")).code()).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        assertThat(session.renewals()).isEqualTo(1);
        assertThat(world.count().sent()).isEqualTo(2);
    }

    @Test
    void renewsNothingForAHostThatRejectsTapisItself() {
        GivenTokens session = world.session();

        assertThat(Failures.of(() -> list(session, "keyless", "")).code()).isEqualTo(ErrorCode.TAPIS_HOST_CREDENTIAL);
        assertThat(session.renewals()).isZero();
    }

    @Test
    void takesTheTokenNowhereElse() throws IOException {
        try (TapisWorld other = new TapisWorld(elsewhere).system(SYSTEM).start()) {
            String target = other.sandbox().baseUrl() + "/v3/files/ops/" + SYSTEM + "/";
            fault(1, new FaultEffect.Status(302, "text/html", "", Map.of("Location", target)));

            Failure failure = failure(SYSTEM, "");

            assertThat(failure.code()).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
            assertThat(other.sandbox().requests().list()).isEmpty();
        }
    }

    @Test
    void tellsNobodyTheToken() {
        String token = world.session().token();
        answer(1, 500, "x");
        world.sandbox().faults().add(Fault.on("GET", "/v3/", new FaultEffect.Html()));

        Failure failure = failure(SYSTEM, "");

        java.io.StringWriter trace = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(token);
    }
}
