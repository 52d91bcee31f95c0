package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What somebody comes for: from the sign-in to a processed flight, without leaving the page. */
class JourneyIT {
    private static final Pattern WITH_WEBODM = Pattern.compile("Handed to WebODM|Processing|Completed");

    @Test
    void brings_a_flight_into_webodm() {
        Scene scene = Scene.withoutSignIn();
        FlightFolder flight = scene.flight("Meadow").withPhotos(12);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).seesHeading("No flights yet");

            visit.click(visit.button("Look for flights")).sees("1 flight with 12 images found.");
            visit.click(visit.link("Meadow")).seesHeading("Meadow").sees("Bring 12 images");
            assertThat(scene.webOdm().listProjects())
                    .as("looking moves nothing")
                    .isEmpty();

            visit.click(visit.button("Create project")).sees("No image was brought yet.");
            visit.click(visit.button("Sync")).sees("WebODM is done");

            long project = project(visit);
            Deliveries.assertComplete(scene.task(project), flight);
            assertThat(visit.link("Open results"))
                    .hasAttribute("href", Pattern.compile(".*/map/project/" + project + "/task/.*"));
            visit.sees("12 of 12 images are in WebODM, each verified.").sees("All delivered, handed to WebODM");
        }
    }

    @Test
    void makes_and_brings_many_at_once() {
        Scene scene = Scene.withoutSignIn();
        scene.flight("North").withPhotos(2);
        scene.flight("South").withPhotos(3);
        try (Visit visit = Visit.begin()) {
            visit.open("/")
                    .signIn(scene.username())
                    .click(visit.button("Look for flights"))
                    .sees("2 flights with 5 images found.");

            visit.page().getByLabel("Choose all that are shown").check();
            visit.click(visit.button("Create 2 projects")).sees("2 projects were created");
            visit.click(visit.button("Bring their images")).sees("2 syncs started.");

            visit.click(visit.link("Projects"));
            assertThat(visit.page().getByRole(AriaRole.TABLE).getByText("Completed"))
                    .hasCount(2);
        }
    }

    @Test
    void says_what_is_wrong_with_images_and_goes_on_without_them() {
        Scene scene = Scene.withoutSignIn();
        FlightFolder flight = scene.flight("Broken").withPhotos(3);
        flight.put("CUT.JPG", java.util.Arrays.copyOf(FlightFolder.photo("cut"), 5000));
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
            visit.click(visit.link("Broken")).click(visit.button("Create project"));
            visit.click(visit.button("Sync")).seesHeading("1 image could not be delivered");

            assertThat(visit.page().locator("#failed")).containsText("CUT.JPG");
            assertThat(visit.page().locator("#failed")).containsText("NOT_WHOLE_JPEG");
            assertThat(visit.page().locator("#failed"))
                    .containsText("Replace the file on Tapis, or process without it.");
            flight.put("CUT.JPG", FlightFolder.photo("cut"));
            visit.click(visit.button("Retry these images")).sees("WebODM is done");

            Deliveries.assertComplete(scene.task(project(visit)), flight);
        }
    }

    @Test
    void processes_without_what_failed() {
        Scene scene = Scene.withoutSignIn();
        FlightFolder flight = scene.flight("Without").withPhotos(3);
        flight.put("CUT.JPG", java.util.Arrays.copyOf(FlightFolder.photo("cut"), 5000));
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
            visit.click(visit.link("Without")).click(visit.button("Create project"));
            visit.click(visit.button("Sync")).seesHeading("1 image could not be delivered");

            visit.click(visit.button("Process without them")).seesHeading("Process without 1 image?");
            visit.click(visit.page().getByRole(AriaRole.DIALOG).getByText("Process without them"))
                    .sees("WebODM is done");

            assertThat(scene.task(project(visit)).files()).hasSize(3);
        }
    }

    @Test
    void shows_where_images_were_taken_before_anything_moves() {
        Scene scene = Scene.withoutSignIn();
        scene.flight("Mapped").withPhotos(4);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
            visit.click(visit.link("Mapped")).click(visit.button("Show on a map"));

            assertThat(visit.page().locator(".map canvas")).isVisible();
            assertThat(visit.page().locator(".thumbnails li")).hasCount(4);
            visit.page().locator(".thumbnails img").first().scrollIntoViewIfNeeded();
            visit.page().waitForFunction("document.querySelector('.thumbnails img').naturalWidth > 0");
            assertThat(scene.webOdm().listProjects()).isEmpty();
        }
    }

    private static long project(Visit visit) {
        String path = java.net.URI.create(visit.page().url()).getPath();
        return Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }
}
