package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deliveries;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An operator's day: what fails is found, understood and repaired from the page. */
class OperatorPagesIT {
    private static final String OPERATOR = "operator";
    private static final String COUNT_CLICKS =
            "window.clicks = 0; addEventListener('click', () => { window.clicks += 1; }, true)";

    private final Scene scene = Scene.signedIn();

    @AfterEach
    void letGo() {
        scene.letGo();
    }

    @Test
    void finds_why_an_image_failed_in_three_clicks_and_has_it_brought() {
        FlightFolder flight = scene.flight("Trouble").withPhotos(6);
        flight.put("CUT.JPG", Arrays.copyOf(FlightFolder.photo("cut"), 5000));
        long project = scene.create(flight);
        scene.sync(project);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(OPERATOR).seesHeading("Flights");
            visit.context().addInitScript(COUNT_CLICKS);
            visit.page().reload();

            visit.click(visit.link("Jobs")).seesHeading("Jobs");
            visit.click(state(visit, "Needs attention")).sees("1 image was not brought");
            visit.click(visit.link("Trouble")).seesHeading("1 image could not be delivered");

            assertThat(visit.page().locator("#failed")).containsText("CUT.JPG");
            org.assertj.core.api.Assertions.assertThat(visit.page().evaluate("clicks"))
                    .isEqualTo(3);

            assertThat(visit.page().locator("#failed")).containsText("NOT_WHOLE_JPEG");
            assertThat(visit.page().locator("#failed")).containsText("Replace the file on Tapis");
            flight.put("CUT.JPG", FlightFolder.photo("cut"));
            visit.click(visit.button("Restart")).seesHeading("Restart the job for Trouble?");
            assertThat(dialog(visit))
                    .containsText("6 images that are delivered stay so. 1 image is still to be brought.");
            visit.click(dialog(visit).getByText("Restart").last()).sees("All images are in WebODM");

            Deliveries.assertComplete(scene.task(project), flight);
            assertThat(visit.page().locator("pre.log").last()).containsText("Plan for project");
        }
    }

    private static Locator state(Visit visit, String name) {
        return visit.page().locator(".pill").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator dialog(Visit visit) {
        return visit.page().getByRole(AriaRole.DIALOG);
    }

    @Test
    void stops_a_job_and_deletes_its_record() {
        long project = scene.create(scene.flight("Halted").withPhotos(40));
        scene.hold("IMG_00[1-4]");
        long job = scene.startSync(project);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(OPERATOR).open("/jobs/" + job).sees("It is at work.");
            assertThat(visit.page().locator("tr.part")).hasCount(4);

            visit.click(visit.button("Stop"));
            visit.click(dialog(visit).getByText("Stop", new Locator.GetByTextOptions().setExact(true)))
                    .sees("It was stopped before its end.");
            visit.click(visit.button("Delete record")).sees("Project, images and everything in WebODM stay.");
            visit.click(dialog(visit).getByText("Delete record").last()).seesHeading("Jobs");

            visit.open("/jobs/" + job).sees("JOB_NOT_FOUND");
            org.assertj.core.api.Assertions.assertThat(scene.images(project)).hasSize(40);
        }
    }

    @Test
    void keeps_the_filter_in_the_address() {
        scene.sync(scene.create(scene.flight("Needle").withPhotos(2)));
        scene.sync(scene.create(scene.flight("Hay").withPhotos(2)));
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(OPERATOR).open("/jobs?state=COMPLETED").seesHeading("Jobs");

            visit.page()
                    .getByLabel("Flight, system, owner, error or job number")
                    .fill("needle");
            assertThat(visit.page()).hasURL(Pattern.compile(".*/jobs\\?state=COMPLETED&q=needle"));
            assertThat(visit.link("Hay")).hasCount(0);
            visit.page().reload();

            assertThat(visit.link("Needle")).isVisible();
            assertThat(visit.link("Hay")).hasCount(0);
            assertThat(state(visit, "Completed")).hasAttribute("aria-current", "true");
        }
    }

    @Test
    void shows_each_flight_with_its_runs_and_follows_new_ones() {
        long project = scene.create(scene.flight("Followed").withPhotos(2));
        scene.sync(project);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(OPERATOR).open("/runs").seesHeading("Runs");
            Locator row =
                    visit.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Followed"));
            assertThat(row.locator(".cells a")).hasCount(1);

            scene.sync(project);

            assertThat(row.locator(".cells a")).hasCount(2);
            visit.click(row.locator(".cells a").first()).sees("WebODM had all images before.");
        }
    }

    @Test
    void runs_what_is_scheduled_now() {
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(OPERATOR).open("/schedules").seesHeading("Clean up");

            visit.click(visit.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Run now"))
                    .last());
            visit.click(dialog(visit).getByText("Run now").last());

            visit.sees("It has done its work.").seesHeading("Result");
            visit.open("/schedules").sees("asked for by operator@sandbox");
        }
    }

    @Test
    void sees_the_hosts_and_sets_the_bandwidth_while_work_runs() {
        scene.sync(scene.create(scene.flight("Moved").withPhotos(2)));
        try (Visit visit = Visit.begin()) {
            visit.open("/")
                    .signIn(OPERATOR)
                    .open("/hosts")
                    .seesHeading("Bandwidth budget")
                    .sees("Open requests");

            Locator download = visit.page().getByLabel("From Tapis");
            download.fill("nonsense");
            visit.click(visit.button("Save")).sees("INVALID_REQUEST");
            assertThat(download).hasValue("nonsense");
            download.fill("100M");
            visit.click(visit.button("Save")).sees("Set by operator@sandbox").sees("Now: 105 MB/s");

            visit.click(visit.button("As in the settings")).sees("As in the settings of the installation.");
            assertThat(download).hasValue("off");
        }
    }

    @Test
    void tells_a_user_that_he_is_not_allowed() {
        scene.sync(scene.create(scene.flight("Own").withPhotos(2)));
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).seesHeading("Flights");
            assertThat(visit.link("Hosts")).hasCount(0);
            assertThat(visit.link("Audit trail")).hasCount(0);

            for (String page : new String[] {"/hosts", "/schedules", "/runs", "/audit", "/clients"}) {
                visit.open(page).seesHeading("Not allowed");
            }
            visit.open("/jobs").sees("What was done for you");
            visit.click(visit.link("Own")).seesHeading("Steps and partitions");
            assertThat(visit.button("Delete record")).hasCount(0);
        }
    }
}
