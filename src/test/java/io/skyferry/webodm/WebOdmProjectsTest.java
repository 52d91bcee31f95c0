package io.skyferry.webodm;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.sandbox.http.FaultEffect;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import io.skyferry.sandbox.webodm.WebOdmSandbox;
import io.skyferry.transfer.testkit.Failures;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebOdmProjectsTest extends WebOdmFixture {

    @Test
    void makesAProjectThatIsFoundByItsMarker() {
        WebOdmProject made = webOdm.createProject(ada(), SURVEY);

        assertThat(made.name()).isEqualTo("Survey (s)");
        assertThat(made.tags()).containsExactly("tapis", "flight", "s", "F_1", ".skyferry-0123");
        assertThat(webOdm.findProject(ada(), ".skyferry-0123", "Survey (s)")).hasValue(made);
        assertThat(webOdm.getProject(ada(), made.id())).isEqualTo(made);
    }

    @Test
    void findsOnlyTheVeryMarkerAndTheVeryName() {
        webOdm.createProject(ada(), SURVEY);

        assertThat(webOdm.findProject(ada(), ".skyferry-012", "Survey (s)")).isEmpty();
        assertThat(webOdm.findProject(ada(), ".skyferry-01234", "Survey (s)")).isEmpty();
        assertThat(webOdm.findProject(ada(), ".skyferry-0123", "Survey")).isEmpty();
        assertThat(webOdm.findProject(users(WebOdmAuth.SERVICE).getFor(ADA), ".skyferry-0123", "Survey (s)"))
                .isEmpty();
    }

    @Test
    void findsTheOldestOfSeveral() {
        WebOdmProject first = webOdm.createProject(ada(), SURVEY);
        webOdm.createProject(ada(), SURVEY);

        assertThat(webOdm.findProject(ada(), ".skyferry-0123", "Survey (s)")).hasValue(first);
    }

    @Test
    void sendsACreationOnceAndFindsWhatBecameOfItWhenTheAnswerWasLost() {
        fault("POST", "/api/projects/$", 1, new FaultEffect.LostAnswer());

        Failure lost = Failures.of(() -> webOdm.createProject(ada(), SURVEY));

        assertThat(lost.code()).isEqualTo(ErrorCode.WEBODM_UNREACHABLE);
        assertThat(requests("POST", "/api/projects/$")).hasSize(1);
        assertThat(webOdm.findProject(ada(), ".skyferry-0123", "Survey (s)")).isPresent();
    }

    @Test
    void sharesAProjectAndKeepsTheSharesThatAreThere() {
        WebOdmUser skyferry = users(WebOdmAuth.SERVICE).getFor(ADA);
        WebOdmProject project = webOdm.createProject(skyferry, SURVEY);

        webOdm.share(skyferry, project, "first\nsecond", "grace");
        webOdm.share(skyferry, project, "first\nsecond", "ada");

        assertThat(webOdm.getProject(ada(), project.id())).isEqualTo(project);
        WebOdmUser grace = users(WebOdmAuth.SIGNING_KEY).getFor(new Owner("grace", "sandbox"));
        assertThat(webOdm.getProject(grace, project.id())).isEqualTo(project);
        assertThat(webOdm.createTask(ada(), project.id(), "t", "tapis://s/F").partial())
                .isTrue();
    }

    @Test
    void sharesOnlyOnce() {
        WebOdmUser skyferry = users(WebOdmAuth.SERVICE).getFor(ADA);
        WebOdmProject project = webOdm.createProject(skyferry, SURVEY);

        webOdm.share(skyferry, project, "d", "ada");
        webOdm.share(skyferry, project, "d", "ada");

        assertThat(requests("POST", "/edit/$")).hasSize(1);
    }

    @Test
    void saysThatNobodyIsThereToShareWith() {
        WebOdmUser skyferry = users(WebOdmAuth.SERVICE).getFor(ADA);
        WebOdmProject project = webOdm.createProject(skyferry, SURVEY);

        Failure failure = Failures.of(() -> webOdm.share(skyferry, project, "d", "nobody"));

        assertThat(failure.code()).isEqualTo(ErrorCode.WEBODM_USER_UNKNOWN);
        assertThat(failure.detail()).contains("no user 'nobody'");
    }

    @Test
    void showsNobodyAForeignProject() {
        long project = webOdm.createProject(users(WebOdmAuth.SERVICE).getFor(ADA), SURVEY)
                .id();

        assertThat(Failures.of(() -> webOdm.getProject(ada(), project)).code()).isEqualTo(ErrorCode.WEBODM_NOT_FOUND);
    }

    @Test
    void sendsJsonWithATokenAndNoCookie() {
        webOdm.createProject(ada(), SURVEY);

        assertThat(requests("POST", "/api/projects/$"))
                .singleElement()
                .extracting(LoggedRequest::headerNames)
                .satisfies(names -> assertThat(names)
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .contains("authorization", "content-type", "content-length")
                        .doesNotContain("cookie"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"name\":[\"x\"]} | WEBODM_REFUSED | 1",
                "401 | {} | WEBODM_SIGN_IN | 2",
                "403 | {\"detail\":\"Invalid signature.\"} | WEBODM_USER_UNKNOWN | 2",
                "403 | {\"detail\":\"Error decoding signature.\"} | WEBODM_SIGN_IN | 2",
                "404 | {\"detail\":\"Not found.\"} | WEBODM_NOT_FOUND | 1",
                "405 | {} | WEBODM_UNEXPECTED_ANSWER | 1",
                "301 | '' | WEBODM_UNEXPECTED_ANSWER | 1",
                "429 | {} | WEBODM_BUSY | 3",
                "500 | <html><h1>Server Error (500)</h1></html> | WEBODM_ERROR | 3",
                "502 | <html>Bad Gateway</html> | WEBODM_ERROR | 3",
                "503 | <html>Unavailable</html> | WEBODM_BUSY | 3",
                "200 | {} | WEBODM_UNEXPECTED_ANSWER | 1",
                "200 | {\"id\":\"x\",\"name\":1,\"tags\":[],\"tasks\":[]} | WEBODM_UNEXPECTED_ANSWER | 1",
                "200 | [] | WEBODM_UNEXPECTED_ANSWER | 1",
                "200 | '' | WEBODM_UNEXPECTED_ANSWER | 1",
                "200 | nonsense | WEBODM_UNEXPECTED_ANSWER | 1",
            })
    void translatesEveryAnswer(int status, String body, ErrorCode code, int attempts) {
        long project = webOdm.createProject(ada(), SURVEY).id();
        fault("GET", "/api/projects/", Integer.MAX_VALUE, answer(status, body));

        assertThat(Failures.of(() -> webOdm.getProject(ada(), project)).code()).isEqualTo(code);
        assertThat(requests("GET", "/api/projects/")).hasSize(attempts);
    }

    @Test
    void refusesAListThatIsNone() {
        fault("GET", "/api/projects/", 2, answer(200, "{\"count\":0,\"results\":[]}"));

        assertThat(Failures.of(() -> webOdm.findProject(ada(), "m", "n")).code())
                .isEqualTo(ErrorCode.WEBODM_UNEXPECTED_ANSWER);
        assertThat(Failures.of(() -> webOdm.listTasks(ada(), 1)).code()).isEqualTo(ErrorCode.WEBODM_UNEXPECTED_ANSWER);
    }

    @Test
    void refusesASignInPage() {
        fault("GET", "/api/projects/", 1, new FaultEffect.Html());

        assertThat(Failures.of(() -> webOdm.getProject(ada(), 1)).code()).isEqualTo(ErrorCode.WEBODM_UNEXPECTED_ANSWER);
    }

    @Test
    void readsAgainWhenWebOdmRecovers() {
        WebOdmProject project = webOdm.createProject(ada(), SURVEY);
        fault("GET", "/api/projects/", 2, answer(502, "<html>Bad Gateway</html>"));

        assertThat(webOdm.getProject(ada(), project.id())).isEqualTo(project);
    }

    @Test
    void sendsAChangeOnceOnlyWhateverWebOdmAnswers() {
        fault("POST", "/api/projects/$", 1, answer(503, "busy"));

        assertThat(Failures.of(() -> webOdm.createProject(ada(), SURVEY)).code())
                .isEqualTo(ErrorCode.WEBODM_BUSY);
        assertThat(requests("POST", "/api/projects/$")).hasSize(1);
        assertThat(webOdm.findProject(ada(), ".skyferry-0123", "Survey (s)")).isEmpty();
    }

    @Test
    void saysThatNobodyAnswers() {
        sandbox.close();

        assertThat(Failures.of(() -> webOdm.getProject(ada(), 1)).code()).isEqualTo(ErrorCode.WEBODM_UNREACHABLE);
    }

    @Test
    void followsNoRedirect() throws Exception {
        try (WebOdmSandbox other = WebOdmSandbox.start(WebOdmOptions.demo(data.resolve("other")))) {
            Map<String, String> elsewhere = Map.of("Location", other.baseUrl() + "/api/projects/");
            fault("GET", "/api/projects/", ATTEMPTS, new FaultEffect.Status(302, "text/html", "", elsewhere));

            Failure failure = Failures.of(() -> webOdm.findProject(ada(), ".skyferry-0123", "Survey (s)"));

            assertThat(failure.code()).isEqualTo(ErrorCode.WEBODM_UNEXPECTED_ANSWER);
            assertThat(other.server().requests().list()).isEmpty();
        }
    }
}
