package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Coming, going and coming back. */
class SessionIT {
    private final Scene scene = Scene.withoutSignIn();

    @Test
    void offers_every_tenant_and_leads_back_to_where_one_wanted_to_go() {
        try (Visit visit = Visit.begin()) {
            visit.open("/projects?state=CREATED")
                    .sees("Choose with which Tapis you sign in.")
                    .sees("Sign in to see this page.");

            visit.signIn(scene.username()).seesHeading("Projects");

            assertThat(visit.page()).hasURL(Pattern.compile(".*/projects\\?state=CREATED"));
        }
    }

    @Test
    void signs_out_here_and_in_the_other_tab() {
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).seesHeading("Flights");
            com.microsoft.playwright.Page other = visit.context().newPage();
            other.navigate("/projects");

            visit.click(visit.page().getByText(scene.username()).first()).click(visit.button("Sign out"));

            visit.sees("You are signed out.");
            assertThat(other.getByText("You are signed out.")).isVisible();
            visit.open("/flights").sees("Sign in to see this page.");
        }
    }

    @Test
    void signs_out_everywhere() {
        try (Visit here = Visit.begin();
                Visit there = Visit.begin()) {
            here.open("/").signIn(scene.username()).seesHeading("Flights");
            there.open("/").signIn(scene.username()).seesHeading("Flights");

            here.click(here.page().getByText(scene.username()).first()).click(here.button("Sign out everywhere"));

            here.sees("You are signed out in every browser.");
            there.click(there.link("Projects")).sees("Your session has ended.");
        }
    }

    @Test
    void says_that_a_session_has_ended_and_goes_on_after_a_new_sign_in() {
        scene.flight("Kept").withPhotos(2);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
            visit.click(visit.link("Kept")).seesHeading("Kept");
            String address = visit.page().url();
            visit.context().clearCookies();

            visit.click(visit.button("Plan again")).sees("Your session has ended.");
            visit.signIn(scene.username()).seesHeading("Kept");

            assertThat(visit.page()).hasURL(address);
        }
    }

    @Test
    void asks_for_a_new_sign_in_when_the_token_was_revoked_and_goes_on_after_it() {
        scene.flight("Renewed").withPhotos(2);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).seesHeading("Flights");
            visit.open("/preferences").click(visit.button("Revoke"));
            visit.click(visit.page()
                            .getByRole(AriaRole.DIALOG)
                            .getByText("Revoke")
                            .last())
                    .sees("No Tapis token is stored for you");

            visit.click(visit.link("Flights"))
                    .click(visit.button("Look for flights"))
                    .sees("No Tapis token found");
            visit.click(visit.link("Sign in again"))
                    .click(visit.button("Approve"))
                    .seesHeading("Flights");

            visit.click(visit.button("Look for flights")).sees("1 flight with 2 images found.");
        }
    }

    @Test
    void shows_nobody_what_is_somebody_elses() {
        Scene other = Scene.withoutSignIn();
        scene.flight("Secret_Field").withPhotos(2);
        try (Visit his = Visit.begin();
                Visit hers = Visit.begin()) {
            his.open("/").signIn(scene.username()).click(his.button("Look for flights"));
            his.click(his.link("Secret_Field")).seesHeading("Secret_Field");
            String flight = his.page().url();
            his.click(his.button("Create project")).sees("No image was brought yet.");
            String project = his.page().url();

            hers.open("/")
                    .signIn(other.username())
                    .click(hers.button("Look for flights"))
                    .sees("0 flights with 0 images found.");

            hers.open(flight).sees("FLIGHT_NOT_FOUND");
            hers.open(project).sees("PROJECT_NOT_FOUND");
            assertThat(hers.page().getByText("Secret_Field")).hasCount(0);
            hers.click(hers.link("Projects")).seesHeading("No projects yet");
        }
    }
}
