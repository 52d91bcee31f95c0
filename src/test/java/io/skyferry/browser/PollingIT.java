package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the stream of events is refused, the page asks by itself, and not more often than it has to. */
class PollingIT {
    private final Scene scene = Scene.withoutSignIn();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    @AfterEach
    void letGo() {
        scene.letGo();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goes_on_without_a_stream(boolean answered) {
        scene.flight("Polled").withPhotos(12);
        try (Visit visit = Visit.begin()) {
            visit.context().route("**/api/skyferry/events**", route -> refuse(route, answered));
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
            visit.click(visit.link("Polled"))
                    .click(visit.button("Create project"))
                    .sees("No image was brought yet.");
            String path = java.net.URI.create(visit.page().url()).getPath();
            scene.hold("IMG_0012");
            visit.page()
                    .onRequest(request ->
                            asked.add(java.net.URI.create(request.url()).getPath()));
            Instant begin = Instant.now();

            visit.click(visit.button("Sync")).seesHeading("Bringing images");
            assertThat(visit.page().locator(".transfer dd").first()).containsText("11 / 12");
            scene.letGo();
            visit.sees("WebODM is done");

            Response unchanged = visit.page()
                    .waitForResponse(
                            response -> response.url().endsWith("/api/skyferry" + path) && response.status() == 304,
                            () -> {});
            assertThat(unchanged.request().headers()).containsKey("if-none-match");
            long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
            assertThat(times("/api/skyferry" + path)).isBetween(2L, seconds + 5);
            assertThat(times("/api/skyferry/events")).isLessThanOrEqualTo(seconds / 2 + 3);
            assertThat((long) asked.size()).as(asked.toString()).isLessThanOrEqualTo(4 * seconds + 30);
        }
    }

    private static void refuse(Route route, boolean answered) {
        if (answered) {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(429)
                    .setContentType("application/json")
                    .setBody("{\"success\": false, \"error\": \"Too many\", \"code\": \"TOO_MANY_ATTEMPTS\"}"));
        } else {
            route.abort();
        }
    }

    private long times(String path) {
        return asked.stream().filter(path::equals).count();
    }
}
