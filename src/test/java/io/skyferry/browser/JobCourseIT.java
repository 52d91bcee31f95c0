package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When which step and partition of a job worked. */
class JobCourseIT {
    private static final Offset<Double> ABOUT = within(0.6);

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void atFullSpeed() {
        scene.deployment().tapis().pace().latencyMillis(0);
        scene.letGo();
    }

    @Test
    void lies_on_an_axis_of_time() {
        long project = scene.create(scene.flight("Timed").withPhotos(40));
        scene.deployment().tapis().pace().latencyMillis(400);
        JsonObject job = scene.job(scene.sync(project).getInt("job_id"));
        List<JsonObject> expected = bars(job);
        assertThat(expected).as("four steps, and four partitions of one").hasSize(4 + 4);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).open("/jobs/" + job.getInt("job_id"));

            Locator rows = visit.page().locator(".timeline li:not(.timeline-axis)");
            assertThat(rows).hasCount(expected.size());
            for (int number = 0; number < expected.size(); number++) {
                assertPlace(rows.nth(number).locator(".timeline-bar"), job, expected.get(number));
            }
            assertThat(visit.page().locator(".timeline-axis text").first()).hasText("0 s");
            assertThat(visit.page().locator(".timeline-axis text").count()).isBetween(3, 8);
            assertThat(rows.nth(1)).containsText("Moving images");
            assertThat(rows.nth(2)).containsText("Partition 1");
        }
    }

    private static List<JsonObject> bars(JsonObject job) {
        List<JsonObject> bars = new ArrayList<>();
        for (JsonObject step : job.getJsonArray("steps").getValuesAs(JsonObject.class)) {
            bars.add(step);
            bars.addAll(step.getJsonArray("partitions").getValuesAs(JsonObject.class));
        }
        return bars;
    }

    private static void assertPlace(Locator bar, JsonObject job, JsonObject worked) {
        assertThat(percent(bar, "x")).isCloseTo(share(job, at(worked, "started_at")), ABOUT);
        assertThat(percent(bar, "x") + percent(bar, "width")).isCloseTo(share(job, at(worked, "ended_at")), ABOUT);
    }

    private static double percent(Locator bar, String attribute) {
        return Double.parseDouble(bar.getAttribute(attribute).replace("%", ""));
    }

    private static double share(JsonObject job, Instant at) {
        Instant begin = at(job, "started_at");
        return 100.0
                * Duration.between(begin, at).toMillis()
                / Duration.between(begin, at(job, "ended_at")).toMillis();
    }

    private static Instant at(JsonObject one, String field) {
        return Instant.parse(one.getString(field));
    }

    @Test
    void grows_while_the_job_runs() {
        long project = scene.create(scene.flight("Growing").withPhotos(40));
        scene.hold("IMG_00[1-4]");
        long job = scene.startSync(project);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).open("/jobs/" + job);

            assertThat(visit.page().locator(".timeline-bar.look-busy").last()).isVisible();
            assertThat(visit.page().locator(".timeline li.part")).hasCount(4);
            scene.letGo();
            visit.sees("All images are in WebODM");
            assertThat(visit.page().locator(".timeline-bar.look-busy")).hasCount(0);
        }
    }
}
