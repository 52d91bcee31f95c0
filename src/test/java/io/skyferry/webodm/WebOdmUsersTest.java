package io.skyferry.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.transfer.testkit.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebOdmUsersTest extends WebOdmFixture {

    private void link(String username, String password) {
        linked.put(ADA, new LinkedAccounts.LinkedAccount(username, new Secret(password)));
    }

    private int signIns() {
        return requests("POST", "/api/token-auth/$").size();
    }

    @Test
    void actsAsTheOwnerWithWebOdmsOwnKey() {
        WebOdmUser ada = users(WebOdmAuth.SIGNING_KEY).getFor(ADA);

        assertThat(ada.username()).isEqualTo("ada");
        assertThat(ada.sharesWith()).isEmpty();
        assertThat(webOdm.createProject(ada, SURVEY).name()).isEqualTo("Survey (s)");
        assertThat(signIns()).isZero();
    }

    @Test
    void saysThatWebOdmDoesNotKnowTheOwner() {
        WebOdmUser nobody = users(WebOdmAuth.SIGNING_KEY).getFor(new Owner("nobody", "sandbox"));

        Failure failure = Failures.of(() -> webOdm.createProject(nobody, SURVEY));

        assertThat(failure.code()).isEqualTo(ErrorCode.WEBODM_USER_UNKNOWN);
        assertThat(failure.detail()).isEqualTo("WebODM has no user 'nobody', so nothing can be made there for you.");
        assertThat(Failures.of(() -> webOdm.check(nobody)).code()).isEqualTo(ErrorCode.WEBODM_USER_UNKNOWN);
    }

    @Test
    void saysThatWebOdmDoesNotKnowWithWhomToShare() {
        WebOdmUser service = users(WebOdmAuth.SERVICE).getFor(new Owner("nobody", "sandbox"));
        WebOdmProject project = webOdm.createProject(service, SURVEY);

        assertThat(Failures.of(() -> webOdm.share(service, project, "", "nobody"))
                        .code())
                .isEqualTo(ErrorCode.WEBODM_USER_UNKNOWN);
        assertThat(Failures.of(() -> webOdm.check(service)).code()).isEqualTo(ErrorCode.WEBODM_USER_UNKNOWN);
        webOdm.check(users(WebOdmAuth.SERVICE).getFor(ADA));
    }

    @Test
    void actsAsTheOwnerChose() {
        WebOdmUsers users = users(WebOdmAuth.SIGNING_KEY, WebOdmAuth.SERVICE);
        assertThat(users.getFor(ADA).username()).isEqualTo("ada");

        chosen.put(ADA, WebOdmAuth.SERVICE);
        assertThat(users.getFor(ADA).username()).isEqualTo("skyferry");
        assertThat(users.wayFor(new Owner("grace", "sandbox"))).isEqualTo(WebOdmAuth.SIGNING_KEY);

        chosen.put(ADA, WebOdmAuth.LINKED);
        assertThat(users.wayFor(ADA))
                .as("what is not offered counts as no choice")
                .isEqualTo(WebOdmAuth.SIGNING_KEY);
    }

    @Test
    void actsAsTheLinkedAccount() {
        link("grace", "grace-demo");
        WebOdmUser user = users(WebOdmAuth.LINKED).getFor(ADA);

        long project = webOdm.createProject(user, SURVEY).id();

        assertThat(user.username()).isEqualTo("grace");
        assertThat(user.sharesWith()).isEmpty();
        assertThat(Failures.of(() -> webOdm.getProject(ada(), project)).code()).isEqualTo(ErrorCode.WEBODM_NOT_FOUND);
    }

    @Test
    void asksTheOwnerToLinkHisAccountFirst() {
        Failure failure = Failures.of(() -> users(WebOdmAuth.LINKED).getFor(ADA));

        assertThat(failure.code()).isEqualTo(ErrorCode.WEBODM_NOT_LINKED);
        assertThat(failure.detail()).contains("ada@sandbox");
    }

    @ParameterizedTest
    @CsvSource({"ada, wrong", "nobody, ada-demo"})
    void saysThatTheLinkedAccountIsNoGood(String username, String password) {
        link(username, password);
        WebOdmUser user = users(WebOdmAuth.LINKED).getFor(ADA);

        Failure failure = Failures.of(user::jwt);

        assertThat(failure.code()).isEqualTo(ErrorCode.WEBODM_SIGN_IN);
        assertThat(failure.detail()).contains(username).doesNotContain(password);
    }

    @Test
    void usesAPasswordThatWasLinkedAnew() {
        link("ada", "wrong");
        WebOdmUsers users = users(WebOdmAuth.LINKED);
        Failures.of(() -> users.getFor(ADA).jwt());

        link("ada", "ada-demo");

        assertThat(users.getFor(ADA).jwt()).isNotEmpty();
    }

    @Test
    void sharesWhatTheServiceAccountMakes() {
        WebOdmUser service = users(WebOdmAuth.SERVICE).getFor(ADA);

        assertThat(service.username()).isEqualTo("skyferry");
        assertThat(service.sharesWith()).hasValue("ada");
        assertThat(webOdm.createProject(service, SURVEY).name()).isEqualTo("Survey (s)");
    }

    @Test
    void signsInOnceForAllThreads() {
        sandbox.server().pace().latencyMillis(20);
        WebOdmUsers users = users(WebOdmAuth.SERVICE);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<String>> tokens = IntStream.range(0, 16)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> users.getFor(ADA).jwt(), threads))
                    .toList();
            assertThat(tokens.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        } finally {
            threads.shutdown();
        }
        assertThat(signIns()).isEqualTo(1);
    }

    @Test
    void signsInAgainShortlyBeforeTheTokenEnds() {
        WebOdmUser service = users(WebOdmAuth.SERVICE).getFor(ADA);
        service.jwt();
        clock.advance(Duration.ofHours(6).minusMinutes(6));
        service.jwt();
        assertThat(signIns()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(2));
        service.jwt();

        assertThat(signIns()).isEqualTo(2);
    }

    @Test
    void signsInAgainWhenWebOdmRejectsTheToken() {
        WebOdmUser service = users(WebOdmAuth.SERVICE).getFor(ADA);
        service.jwt();
        fault("POST", "/api/projects/$", 1, answer(403, "{\"detail\":\"Signature has expired.\"}"));

        webOdm.createProject(service, SURVEY);

        assertThat(signIns()).isEqualTo(2);
        assertThat(requests("POST", "/api/projects/$")).hasSize(2);
    }

    @Test
    void doesNotSignInAgainForATokenThatWasReplacedMeanwhile() {
        WebOdmUser service = users(WebOdmAuth.SERVICE).getFor(ADA);
        String token = service.jwt();

        assertThat(service.jwtInsteadOf("an older one")).isEqualTo(token);
        assertThat(signIns()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {} | WEBODM_UNEXPECTED_ANSWER",
                "200 | {\"token\":7} | WEBODM_UNEXPECTED_ANSWER",
                "200 | {\"token\":\"no token\"} | WEBODM_UNEXPECTED_ANSWER",
                "200 | [] | WEBODM_UNEXPECTED_ANSWER",
                "404 | <html></html> | WEBODM_NOT_FOUND",
                "500 | <html></html> | WEBODM_ERROR",
            })
    void translatesOddSignIns(int status, String body, ErrorCode code) {
        WebOdmUser service = users(WebOdmAuth.SERVICE).getFor(ADA);
        fault("POST", "/api/token-auth/$", 1, answer(status, body));

        assertThat(Failures.of(service::jwt).code()).isEqualTo(code);
    }

    @Test
    void tellsNobodyThePassword() {
        WebOdmUser service = users(WebOdmAuth.SERVICE).getFor(ADA);
        fault("POST", "/api/token-auth/$", 1, new FaultEffect.Html());

        StringWriter trace = new StringWriter();
        Failures.of(service::jwt).printStackTrace(new PrintWriter(trace));

        assertThat(trace.toString()
                        + service
                        + service.sharesWith()
                        + users(WebOdmAuth.SIGNING_KEY).getFor(ADA))
                .doesNotContain("skyferry-demo", io.skyferry.sandbox.webodm.WebOdmOptions.DEMO_SECRET_KEY);
    }
}
