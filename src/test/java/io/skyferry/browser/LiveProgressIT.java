package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A sync as one watches it: from any browser, reloaded or not, the same. */
class LiveProgressIT {
    private static final String ALL_BUT_ONE = "39 / 40";

    private final Scene scene = Scene.withoutSignIn();

    @AfterEach
    void letGo() {
        scene.letGo();
    }

    @Test
    void shows_the_same_after_a_reload_and_in_another_browser() {
        try (Visit here = Visit.begin();
                Visit there = Visit.begin()) {
            String address = syncing(here);
            there.open("/").signIn(scene.username()).seesHeading("Flights");

            here.page().reload();
            there.open(address);

            assertThat(delivered(here)).containsText(ALL_BUT_ONE);
            assertThat(delivered(there)).containsText(ALL_BUT_ONE);
            here.sees("You may close this page; the work goes on.").sees("Time left");

            scene.letGo();
            here.sees("WebODM is done");
            there.sees("WebODM is done");
        }
    }

    @Test
    void stops_and_goes_on_where_it_was() {
        try (Visit visit = Visit.begin()) {
            syncing(visit);
            assertThat(delivered(visit)).containsText(ALL_BUT_ONE);

            visit.click(visit.button("Stop")).seesHeading("Stop this sync?");
            visit.click(visit.page()
                            .getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)
                            .getByText("Stop")
                            .last())
                    .sees("still to be brought.");

            scene.letGo();
            visit.click(visit.button("Sync")).sees("WebODM is done");
        }
    }

    private String syncing(Visit visit) {
        scene.flight("Watched").withPhotos(40);
        visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
        visit.click(visit.link("Watched")).click(visit.button("Create project")).sees("No image was brought yet.");
        scene.hold("IMG_0040");
        visit.click(visit.button("Sync")).seesHeading("Bringing images");
        return visit.page().url();
    }

    private static Locator delivered(Visit visit) {
        return visit.page().locator(".transfer dd").first();
    }
}
