package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.MapTiles;
import io.skyferry.functional.kit.Scene;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where images were taken, with map tiles behind it and without. */
class MapIT {
    private final Scene scene = Scene.withoutSignIn();

    private Visit mapped(Visit visit) {
        scene.flight("Mapped").withPhotos(12);
        visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
        visit.click(visit.link("Mapped")).click(visit.button("Show on a map"));
        assertThat(visit.page().locator(".map canvas")).isVisible();
        return visit;
    }

    @Test
    void lies_on_the_tiles_of_the_installation() {
        try (Visit visit = mapped(Visit.begin())) {
            visit.page().waitForFunction("document.querySelector('img.leaflet-tile-loaded')?.naturalWidth === 256");

            assertThat(scene.deployment().tiles().asked()).allMatch(path -> path.matches("/\\d+/\\d+/\\d+\\.png"));
            assertThat(visit.page().locator(".leaflet-control-attribution")).containsText(MapTiles.ATTRIBUTION);
            assertThat(visit.page().locator("path.map-outline")).isVisible();
        }
    }

    @Test
    void has_its_own_outline_and_scale_without_tiles() {
        try (Visit visit = Visit.begin()) {
            visit.page().route("**/api/skyferry/page", MapIT::withoutTiles);
            mapped(visit);

            assertThat(visit.page().locator("path.map-outline")).isVisible();
            assertThat(visit.page().locator(".leaflet-control-scale-line").first())
                    .containsText(Pattern.compile("\\d+ k?m"));
            assertThat(visit.page().locator(".map img, .leaflet-control-attribution"))
                    .hasCount(0);
        }
    }

    private static void withoutTiles(Route route) {
        route.fulfill(new FulfillOptions()
                .setStatus(200)
                .setContentType("application/json")
                .setBody(route.fetch().text().replaceFirst("\"map\":\\{\"?.*?\"\\}(?=[,}])", "\"map\":null")));
    }

    @Test
    void says_what_the_photos_tell() {
        try (Visit visit = mapped(Visit.begin())) {
            visit.sees("Area (east × north)").sees("Camera").sees("Taken (the camera’s clock)");

            assertThat(visit.page().locator("sky-map dd").getByText(Pattern.compile("\\d (m|km) × [\\d,.]+ (m|km)")))
                    .isVisible();
        }
    }
}
