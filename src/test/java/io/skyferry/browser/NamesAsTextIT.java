package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import org.junit.jupiter.api.Test;

/** Whoever may write to storage names flights and images; a name is shown, and does nothing. */
class NamesAsTextIT {
    private static final String FLIGHT = "<img src=x onerror=alert(1)>'\"&lt;b>${7*7}{{7*7}}";
    private static final String IMAGE = "<script>alert(1)<-script>\u202e.JPG";

    @Test
    void shows_names_as_text() {
        Scene scene = Scene.withoutSignIn();
        scene.flight(FLIGHT).with("A.JPG", IMAGE);
        try (Visit visit = Visit.begin()) {
            visit.page().onDialog(dialog -> {
                throw new AssertionError("a name was executed");
            });
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));

            visit.click(visit.link(FLIGHT)).seesHeading(FLIGHT).sees(IMAGE);
            visit.click(visit.button("Create project"))
                    .sees("No image was brought yet.")
                    .seesHeading(FLIGHT);
            visit.click(visit.button("Sync")).sees("WebODM is done").sees(IMAGE);

            assertThat(visit.page().locator("main img, main script, main b")).hasCount(0);
            assertThat(visit.page().title()).startsWith(FLIGHT);
        }
    }
}
