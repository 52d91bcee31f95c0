package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import java.util.List;
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

    @Test
    void shows_names_of_any_length_direction_and_lines() {
        Scene scene = Scene.withoutSignIn();
        List<String> names =
                List.of("L".repeat(255), "\u05e9\u05dc\u05d5\u05dd \u202egpj.exe\u202c", "two\nlines\tand a tab");
        names.forEach(name -> scene.flight(name).withPhotos(2));
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
            Locator links = visit.page().locator("sky-rows a.name");
            assertThat(links).hasCount(names.size());
            assertFits(visit);

            for (String name : names) {
                visit.open("/");
                assertThat(links).hasCount(names.size());
                links.nth(links.allTextContents().indexOf(name)).click();

                visit.sees("Bring 2 images");
                assertThat(visit.page().locator("h1").textContent()).isEqualTo(name);
                assertFits(visit);
                visit.click(visit.button("Create project")).sees("No image was brought yet.");
                assertThat(visit.page().locator("h1").textContent()).isEqualTo(name);
                assertFits(visit);
            }
        }
    }

    /** What is too long may be cut or broken, but does not make the page wider than the window. */
    private static void assertFits(Visit visit) {
        assertThat((Boolean) visit.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isTrue();
    }
}
