package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.browser.kit.Look;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lists of 10,000 rows: the document stays small, and the last row can be reached. */
class LongListsIT {
    private static final int MANY = 10_000;
    private static final int MOST_ROWS = 150;

    /** Goes to the end, step by step, and counts the rows that are in the document at a time. */
    private static final String TO_THE_END = """
            foot => {
              const box = document.querySelector('.rows');
              window.mostRows = Math.max(window.mostRows ?? 0, document.querySelectorAll('.rows tbody tr').length);
              box.scrollTop = box.scrollHeight;
              scrollTo(0, document.documentElement.scrollHeight);
              return document.querySelector('.rows-foot').textContent === foot;
            }""";

    @Test
    void of_flights() throws SQLException {
        Scene scene = Scene.withoutSignIn();
        seeManyFlights(scene);
        try (Visit visit = Visit.begin()) {
            visit.open("/").signIn(scene.username()).sees("Field_00001").sees("100 of 10,000 flights loaded");

            reachTheEnd(visit, "10,000 flights", "Field_10000");

            visit.page().getByLabel("Name").fill("Field_0777");
            assertThat(visit.page().locator(".rows-foot")).hasText("10 flights");
            assertThat(visit.link("Field_07777")).isVisible();
            assertThat(visit.link("Field_10000")).hasCount(0);
            visit.page().getByLabel("Choose all that are shown").check();
            visit.sees("10 chosen");
        }
    }

    /** As if a scan had seen them; the database is the test's only while no server has it. */
    private static void seeManyFlights(Scene scene) throws SQLException {
        Deployment deployment = scene.deployment();
        deployment.server().stop();
        try (Connection ledger = deployment.database();
                Statement insert = ledger.createStatement()) {
            insert.executeUpdate("""
                    insert into flight (id, tenant, system_id, name, images_path, image_count, total_bytes, fingerprint,
                        first_seen, changed_at, folded_name)
                    select 1000000 + x, 'sandbox', '%s', 'Field_' || lpad(x, 5, '0'), 'F' || x || '/code/images', 12, 123456,
                        'f' || x, now(), now(), 'field_' || lpad(x, 5, '0') from system_range(1, %d)""".formatted(scene.system(), MANY));
            insert.executeUpdate(
                    "insert into system_sight (owner, system_id, scanned_at) values ('%s@sandbox', '%s', now())"
                            .formatted(scene.username(), scene.system()));
            insert.executeUpdate("""
                    insert into flight_sight (owner, flight_id, seen_at)
                    select '%s@sandbox', 1000000 + x, now() from system_range(1, %d)""".formatted(scene.username(), MANY));
        } finally {
            Deployment.running();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT", "PHONE"})
    void of_images(Look look) {
        Scene scene = Scene.signedIn();
        FlightFolder flight = scene.flight("Huge");
        for (int number = 1; number <= MANY; number++) {
            flight.put("IMG_%05d.JPG".formatted(number), "no photo".getBytes(StandardCharsets.US_ASCII));
        }
        try (Visit visit = Visit.begin(look)) {
            visit.open("/").signIn(scene.username()).click(visit.button("Look for flights"));
            visit.sees("1 flight with 10,000 images found.").click(visit.link("Huge"));
            visit.sees("500 of 10,000 rows loaded");

            reachTheEnd(visit, "10,000 rows", "IMG_10000.JPG");

            visit.page().locator("label.inline select").selectOption("Delivered");
            visit.sees("No image to show.");
            visit.page().locator("label.inline select").selectOption("New");
            visit.sees("IMG_00001.JPG");
        }
    }

    private static void reachTheEnd(Visit visit, String foot, String last) {
        visit.page().waitForFunction(TO_THE_END, foot);
        assertThat(visit.page()
                        .getByText(last, new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                        .first())
                .isVisible();
        assertThat(((Number) visit.page().evaluate("window.mostRows")).intValue())
                .isBetween(20, MOST_ROWS);
    }
}
