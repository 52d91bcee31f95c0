package io.skyferry.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page.ScreenshotOptions;
import io.skyferry.browser.kit.Look;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No page shuts anybody out: in light, in dark, and on a phone. Leaves a picture of each in {@code target/screenshots}. */
class AccessibilityIT {
    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final List<String> OPERATING = List.of("jobs", "runs", "schedules", "hosts", "audit", "clients");

    private static Scene scene;
    private static long attention;
    private static long completed;

    @BeforeAll
    static void somethingToLookAt() {
        scene = Scene.signedIn();
        FlightFolder broken = scene.flight("Riverside_2026-05").withPhotos(14);
        broken.put("IMG_0015.JPG", Arrays.copyOf(FlightFolder.photo("cut"), 4000));
        attention = scene.create(broken);
        scene.sync(attention);
        completed = scene.create(scene.flight("Orchard_West").withPhotos(9));
        scene.sync(completed);
        scene.awaitState(completed, "COMPLETED");
        scene.create(scene.flight("Quarry_South").withPhotos(4));
        scene.flight("Vineyard_Row_12").withPhotos(6);
        scene.api()
                .post("/api/tapis-storage/discover-flights/", jakarta.json.JsonValue.EMPTY_JSON_OBJECT)
                .ok();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void of_the_way_in(Look look) {
        try (Visit visit = Visit.begin(look)) {
            visit.open("/").sees("Sign in with");
            check(visit, "start", look);
            visit.open("/nowhere").seesHeading("Page not found");
            check(visit, "lost", look);
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void of_a_researchers_pages(Look look) {
        try (Visit visit = Visit.begin(look)) {
            visit.open("/").signIn(scene.username()).sees("Vineyard_Row_12");
            check(visit, "flights", look);
            visit.click(visit.link("Vineyard_Row_12")).sees("Bring 6 images").sees("IMG_0001.JPG");
            check(visit, "flight", look);
            visit.open("/projects").sees("Orchard_West");
            check(visit, "projects", look);
            visit.open("/projects/" + attention).sees("NOT_WHOLE_JPEG").sees("IMG_0001.JPG");
            check(visit, "attention", look);
            visit.open("/projects/" + completed).sees("WebODM is done").sees("IMG_0001.JPG");
            check(visit, "project", look);
            visit.open("/preferences").sees("Tapis sign-in").sees("It is renewed by itself.");
            check(visit, "preferences", look);
        }
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void of_an_operators_pages(Look look) {
        try (Visit visit = Visit.begin(look)) {
            visit.open("/").signIn(Deployment.ADMINISTRATOR).seesHeading("Flights");
            for (String page : OPERATING) {
                visit.open("/" + page);
                visit.page().locator("main h1").waitFor();
                check(visit, page, look);
            }
            visit.open("/jobs?q=Riverside")
                    .click(visit.link("Riverside_2026-05"))
                    .sees("NOT_WHOLE_JPEG")
                    .sees("Plan for project");
            check(visit, "job", look);
            visit.open("/jobs?q=Orchard").click(visit.link("Orchard_West")).sees("All images are in WebODM");
            check(visit, "job-completed", look);
            visit.open("/clients").click(visit.button("Add a client")).sees("Kept encrypted");
            check(visit, "client-form", look);
        }
    }

    private static void check(Visit visit, String name, Look look) {
        List<String> grave = new AxeBuilder(visit.page())
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(AccessibilityIT::told)
                        .toList();
        String picture = name + "-" + look.name().toLowerCase(Locale.ROOT) + ".png";
        visit.page().screenshot(new ScreenshotOptions().setPath(PICTURES.resolve(picture)));
        visit.page()
                .screenshot(new ScreenshotOptions()
                        .setPath(PICTURES.resolve("whole").resolve(picture))
                        .setFullPage(true));
        assertThat(grave).as(name + " in " + look).isEmpty();
        assertThat(visit.page().evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " fits the width of " + look)
                .isEqualTo(true);
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
    }
}
