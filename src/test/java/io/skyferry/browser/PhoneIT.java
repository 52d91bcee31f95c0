package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.browser.kit.Look;
import io.skyferry.browser.kit.Routes;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 360 pixels are enough for every page, whatever names people chose. */
class PhoneIT {
    private static final String FITS = "document.scrollingElement.scrollWidth <= innerWidth";
    /** Tables within the page either. */
    private static final String WIDE_TABLES =
            "[...document.querySelectorAll('.rows, .table-box')].filter(box => box.scrollWidth > box.clientWidth + 1)"
                    + ".map(box => box.getAttribute('aria-label') ?? box.className)";

    @Test
    void shows_every_page_without_scrolling_sideways() {
        Scene scene = Scene.signedIn();
        FlightFolder flight = scene.flight("A_long_name_without_any_place_to_break_it_" + "x".repeat(120));
        flight.withPhotos(3).put("CUT_" + "y".repeat(150) + ".JPG", Arrays.copyOf(FlightFolder.photo("cut"), 4000));
        long project = scene.create(flight);
        long job = scene.sync(project).getJsonNumber("job_id").longValue();
        long flightId = scene.project(project).getJsonNumber("flight_id").longValue();
        try (Visit his = Visit.begin(Look.PHONE);
                Visit operators = Visit.begin(Look.PHONE)) {
            his.open("/").signIn(scene.username()).seesHeading("Flights");
            operators.open("/").signIn(Deployment.ADMINISTRATOR).seesHeading("Flights");
            assertThat(his.page().evaluate("innerWidth")).isEqualTo(360);

            for (String route : Routes.all()) {
                Visit visit = List.of("/", "/flights", "/flights/{id}", "/projects", "/projects/{id}", "/preferences")
                                .contains(route)
                        ? his
                        : operators;
                long id = route.startsWith("/flights") ? flightId : route.startsWith("/projects") ? project : job;
                visit.open(route.replace("{id}", Long.toString(id)));
                assertThat(visit.page().locator("main h1").first()).isVisible();
                assertThat(visit.page().locator("main .waiting")).hasCount(0);
                assertFits(visit, route);
            }

            his.open("/projects/" + project).sees("NOT_WHOLE_JPEG");
            assertThat(his.page().locator("#failed")).containsText("Replace the file on Tapis");
            assertFits(his, "the table of failed images");
            operators.open("/jobs/" + job).sees("NOT_WHOLE_JPEG");
            assertFits(operators, "a job's table of failed images");
        }
    }

    private static void assertFits(Visit visit, String what) {
        assertThat(visit.page().evaluate(FITS)).as(what).isEqualTo(true);
        assertThat((List<?>) visit.page().evaluate(WIDE_TABLES)).as(what).isEmpty();
    }
}
