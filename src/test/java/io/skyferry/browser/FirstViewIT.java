package io.skyferry.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.Scene;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes over the wire. */
class FirstViewIT {
    private static final long MOST_BYTES = 200_000;

    @Test
    void is_small_and_is_not_fetched_again() {
        Scene scene = Scene.withoutSignIn();
        try (Visit visit = Visit.begin()) {
            visit.open("/").sees("Sign in with");
            long first = transferred(visit, "");
            visit.signIn(scene.username()).seesHeading("No flights yet");
            long second = transferred(visit, "");

            assertThat(first).isGreaterThan(10_000);
            assertThat(first + second).isLessThan(MOST_BYTES);

            visit.open("/flights").seesHeading("No flights yet");
            assertThat(transferred(visit, "/assets/")).isZero();
        }
    }

    /** Bytes of the present document and all that it loaded, headers included, as they came over the wire. */
    private static long transferred(Visit visit, String part) {
        Object sum = visit.page().evaluate("""
                        part => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                          .filter(entry => entry.name.includes(part)).reduce((sum, entry) => sum + entry.transferSize, 0)""", part);
        return ((Number) sum).longValue();
    }

    @Test
    void says_404_where_there_is_nothing_and_shows_a_way_on() {
        try (Visit visit = Visit.begin()) {
            assertThat(visit.page().navigate("/no/such/page").status()).isEqualTo(404);
            visit.seesHeading("Page not found")
                    .click(visit.link("To the start"))
                    .seesHeading("Skyferry");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/flights", "/projects/12", "/no/such/page"})
    void is_guarded_by_headers(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains(
                                "default-src 'none'",
                                "script-src 'self';",
                                "style-src 'self';",
                                "frame-ancestors 'none'")
                        .doesNotContain("unsafe", "*"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(get(path, "identity").body()).doesNotContain("<style", "style=", "onclick", "<script>");
    }

    @Test
    void is_compressed_and_kept_for_long() throws IOException, InterruptedException {
        Matcher script = Pattern.compile("src=\"(/assets/[0-9a-f]{16}/app/main\\.js)\"")
                .matcher(get("/", "identity").body());
        assertThat(script.find()).isTrue();
        String icons = script.group(1).replace("main.js", "parts/icons.js");

        HttpResponse<String> answer = get(icons);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/javascript;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(get(icons.replaceFirst("[0-9a-f]{16}", "0123456789abcdef"))
                        .headers()
                        .firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/WEB-INF/shell.html",
                "/assets/x/WEB-INF/shell.html",
                "/assets/x/../WEB-INF/beans.xml",
                "/app/main.js"
            })
    void hands_out_nothing_else(String path) throws IOException, InterruptedException {
        assertThat(get(path).statusCode()).isIn(400, 404);
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return get(path, "gzip");
    }

    private static HttpResponse<String> get(String path, String encoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        Deployment.running().server().url(path))
                .header("Accept-Encoding", encoding)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
