package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Scene;
import org.junit.jupiter.api.Test;

/** Everything without a mouse. */
class KeyboardIT {
    private static final int FAR = 60;

    @Test
    void goes_the_whole_way_by_keys_alone() {
        Scene scene = Scene.withoutSignIn();
        scene.flight("By_Keys").withPhotos(2);
        try (Visit visit = Visit.begin()) {
            visit.open("/").seesHeading("Skyferry");
            tabTo(visit, visit.signInLink());
            visit.page().keyboard().press("Enter");
            visit.atTapis(scene.username()).seesHeading("No flights yet");

            press(visit, visit.button("Look for flights"), "Enter");
            visit.sees("1 flight with 2 images found.");
            press(visit, visit.page().getByLabel("Choose By_Keys"), "Space");
            press(visit, visit.button("Create project"), "Enter");
            visit.sees("1 project was created");
            press(visit, visit.link("By_Keys"), "Enter");
            press(visit, visit.link("Open project"), "Enter");
            press(visit, visit.button("Sync"), "Enter");
            visit.sees("WebODM is done");
        }
    }

    @Test
    void begins_with_a_way_past_the_navigation() {
        Scene scene = Scene.signedIn();
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).seesHeading("Flights");
            visit.page().reload();
            visit.seesHeading("Flights");

            visit.page().keyboard().press("Tab");
            assertThat(visit.link("Skip to content")).isFocused();
            visit.page().keyboard().press("Enter");

            assertThat(visit.page().locator("#main")).isFocused();
        }
    }

    @Test
    void moves_the_focus_to_the_new_page() {
        Scene scene = Scene.signedIn();
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).seesHeading("Flights");

            visit.link("Projects").press("Enter");

            assertThat(visit.heading("Projects")).isFocused();
            assertThat(visit.page()).hasTitle("Projects – Skyferry");
        }
    }

    @Test
    void leaves_a_question_by_escape_without_doing_anything() {
        Scene scene = Scene.withoutSignIn();
        scene.flight("Asked").withPhotos(2);
        try (Visit visit = Visit.begin()) {
            visit.open("/")
                    .signIn(scene.username())
                    .click(visit.button("Look for flights"))
                    .sees("1 flight with");

            press(visit, visit.button("Create all projects"), "Enter");
            Locator question = visit.page().getByRole(AriaRole.DIALOG);
            assertThat(question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel")))
                    .isFocused();
            visit.page().keyboard().press("Escape");

            assertThat(question).hasCount(0);
            assertThat(visit.button("Create all projects")).isFocused();
            assertThat(scene.webOdm().listProjects()).isEmpty();
        }
    }

    private static void press(Visit visit, Locator what, String key) {
        tabTo(visit, what);
        visit.page().keyboard().press(key);
    }

    /** As somebody without a mouse gets there; sooner or later the tabulator comes round. */
    private static void tabTo(Visit visit, Locator what) {
        assertThat(what).isVisible();
        Page page = visit.page();
        for (int pressed = 0; pressed < FAR; pressed++) {
            if (Boolean.TRUE.equals(what.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("no way by keys to " + what);
    }
}
