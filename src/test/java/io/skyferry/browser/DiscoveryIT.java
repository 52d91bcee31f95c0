package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Looking for flights: the server does it, whoever watches. */
class DiscoveryIT {
    private static final Pattern BEGUN = Pattern.compile("0 of 1 system; ([1-9]|[1-8][0-9]) flights? with");
    private static final String RESULT = "1 of 1 system; 96 flights with 96 images found.";

    private final Scene scene = Scene.withoutSignIn();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
    }

    @Test
    void shows_how_far_it_is_after_a_reload_and_in_another_browser() {
        try (Visit here = Visit.begin();
                Visit there = Visit.begin()) {
            there.open("/").signIn(scene.username()).seesHeading("No flights yet");
            look(here);

            there.seesHeading("Looking through your systems");
            assertThat(there.button("Look for flights")).hasAttribute("aria-disabled", "true");
            assertThat(card(there)).containsText(BEGUN);
            assertMovedByEventsAlone(there);
            here.page().reload();
            assertThat(card(here)).containsText(BEGUN);

            scene.deployment().tapis().pace().latencyMillis(0);
            here.seesHeading("Looked through your systems");
            assertThat(card(here)).containsText(RESULT);
            assertThat(here.page().locator(".rows-foot")).hasText("96 flights");
            there.seesHeading("Looked through your systems");
            assertThat(card(there)).containsText(RESULT);
            assertThat(there.page().locator(".rows-foot")).hasText("96 flights");
            assertThat(scene.api()
                            .get("/api/skyferry/jobs?name=discover-flights")
                            .list("jobs"))
                    .hasSize(1);

            here.page().reload();
            here.sees(RESULT).click(here.button("Close"));
            assertThat(card(here)).hasCount(0);
            here.page().reload();
            here.sees("96 flights");
            assertThat(card(here)).hasCount(0);
        }
    }

    private static void assertMovedByEventsAlone(Visit visit) {
        visit.page().route("**/api/skyferry/jobs*/**", Route::abort);
        visit.page().route("**/api/skyferry/jobs?*", Route::abort);
        Locator sum = card(visit).locator("p").first();
        String before = sum.innerText();
        assertThat(sum).not().hasText(before);
        visit.page().unrouteAll();
    }

    @Test
    void stops_when_it_is_told_to() {
        try (Visit visit = Visit.begin()) {
            look(visit);

            visit.click(visit.button("Stop")).seesHeading("Looked through your systems");

            assertThat(card(visit)).containsText("STOPPED");
            scene.deployment().tapis().pace().latencyMillis(0);
            visit.click(visit.button("Look for flights")).sees(RESULT);
        }
    }

    @Test
    void says_what_could_not_be_read() {
        scene.flight("Readable").withPhotos(2);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).seesHeading("No flights yet");
            visit.page()
                    .route(
                            "**/api/tapis-storage/discover-flights/",
                            route -> route.fulfill(new Route.FulfillOptions()
                                    .setStatus(503)
                                    .setContentType("application/json")
                                    .setBody("{\"success\": false, \"error\": \"Tapis does not answer\","
                                            + " \"code\": \"TAPIS_UNREACHABLE\", \"hint\": \"Try later.\"}")));
            visit.click(visit.button("Look for flights"))
                    .sees("TAPIS_UNREACHABLE")
                    .sees("Try later.");

            visit.page().unroute("**/api/tapis-storage/discover-flights/");
            visit.click(visit.button("Look for flights")).sees("1 flight with 2 images found.");
            assertThat(visit.page().getByText("TAPIS_UNREACHABLE")).hasCount(0);
        }
    }

    private void look(Visit visit) {
        for (int number = 1; number <= 96; number++) {
            scene.flight("Field_%02d".formatted(number)).withPhotos(1);
        }
        visit.open("/").signIn(scene.username()).seesHeading("No flights yet");
        scene.deployment().tapis().pace().latencyMillis(600);
        visit.click(visit.button("Look for flights")).seesHeading("Looking through your systems");
        assertThat(card(visit)).containsText(BEGUN);
    }

    private static Locator card(Visit visit) {
        return visit.page().locator(".card.search");
    }
}
