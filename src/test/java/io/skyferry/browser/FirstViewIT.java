package io.skyferry.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.Scene;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicLong;
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
        Scene scene = Scene.signedIn();
        try (Visit visit = Visit.begin()) {
            AtomicLong bytes = new AtomicLong();
            AtomicLong assets = new AtomicLong();
            visit.open("/").signIn(scene.username()).seesHeading("Flights");
            try (Visit fresh = Visit.begin()) {
                fresh.page()
                        .onRequestFinished(request -> bytes.addAndGet(
                                request.sizes().responseBodySize + request.sizes().responseHeadersSize));
                fresh.open("/").signIn(scene.username()).seesHeading("No flights yet");
                assertThat(bytes.get()).isBetween(10_000L, MOST_BYTES);

                fresh.page().onRequestFinished(request -> {
                    if (request.url().contains("/assets/")) {
                        assets.addAndGet(request.sizes().responseBodySize);
                    }
                });
                fresh.open("/flights").seesHeading("No flights yet");
                assertThat(assets.get()).isZero();
            }
        }
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
        assertThat(answer.body()).doesNotContain("<style", "style=", "onclick", "<script>");
    }

    @Test
    void is_compressed_and_kept_for_long() throws IOException, InterruptedException {
        Matcher script =
                Pattern.compile("src=\"(/assets/[0-9a-f]{16}/app/main\\.js)\"").matcher(get("/").body());
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
        HttpRequest request = HttpRequest.newBuilder(
                        Deployment.running().server().url(path))
                .header("Accept-Encoding", "gzip")
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
