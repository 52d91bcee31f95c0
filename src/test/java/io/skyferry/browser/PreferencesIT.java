package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.MailBox;
import io.skyferry.functional.kit.Scene;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one may set for oneself, and that it holds. */
class PreferencesIT {
    private final Scene scene = Scene.withoutSignIn();
    private final MailBox box = scene.deployment().mail();

    private Visit preferences() {
        Visit visit = Visit.begin();
        visit.open("/").signIn(scene.username()).seesHeading("Flights").open("/preferences");
        return visit.seesHeading("Notices").seesHeading("WebODM account");
    }

    @Test
    void keeps_how_flights_are_looked_for() {
        try (Visit visit = preferences()) {
            field(visit, "At most this many new projects each time").fill("7");
            field(visit, "Only these systems").fill(scene.system() + "\nno.system.of.ours");
            visit.click(visit.button("Save")).sees("INVALID_REQUEST");

            field(visit, "Only these systems").fill(scene.system());
            visit.click(visit.button("Save")).sees("Saved.");
            visit.page().reload();

            assertThat(field(visit, "At most this many new projects each time")).hasValue("7");
            assertThat(field(visit, "Only these systems")).hasValue(scene.system());
            assertThat(visit.page().getByText("INVALID_REQUEST")).hasCount(0);
        }
    }

    @Test
    void has_an_address_confirmed_and_keeps_of_what_one_is_told() {
        String address = scene.username() + "@example.org";
        try (Visit visit = preferences()) {
            Locator notices = visit.page().locator("sky-notices");
            field(visit, "Mail address").fill(address);
            field(visit, "Collect for this many minutes, then send one mail").fill("0");
            notices.getByLabel("a discovery made projects").uncheck();
            save(notices);
            visit.sees("Not confirmed yet: follow the link in the mail that was sent there.");

            visit.open(confirmation(address, 1));
            visit.page().getByRole(AriaRole.BUTTON).first().click();
            visit.open("/preferences").sees("Confirmed.");

            assertThat(field(visit, "Mail address")).hasValue(address);
            assertThat(notices.getByLabel("a discovery made projects")).not().isChecked();
            assertThat(notices.getByLabel("something has to be decided or repaired"))
                    .isChecked();
            notices.getByLabel("Send me mail").uncheck();
            save(notices);
            visit.sees("Saved.").page().reload();
            assertThat(notices.getByLabel("Send me mail")).not().isChecked();
        }
    }

    @Test
    void sends_the_confirmation_again_and_says_what_is_no_address() {
        String address = scene.username() + "@example.com";
        try (Visit visit = preferences()) {
            Locator notices = visit.page().locator("sky-notices");
            field(visit, "Mail address").fill("nobody@nowhere@example.com");
            notices.locator("form").first().evaluate("form => form.noValidate = true");
            save(notices);
            visit.sees("INVALID_REQUEST");
            assertThat(field(visit, "Mail address")).hasValue("nobody@nowhere@example.com");

            field(visit, "Mail address").fill(address);
            save(notices);
            visit.sees("Not confirmed yet");
            confirmation(address, 1);
            visit.click(visit.button("Send the confirmation again")).sees("It is on its way.");

            confirmation(address, 2);
        }
    }

    private String confirmation(String address, int count) {
        List<MimeMessage> mails =
                await().atMost(Duration.ofMinutes(2)).until(() -> box.of(address), found -> found.size() >= count);
        java.net.URI link = java.net.URI.create(MailBox.link(mails.get(count - 1)));
        return link.getRawPath() + "?" + link.getRawQuery();
    }

    private static void save(Locator notices) {
        notices.getByText("Save").click();
    }

    @Test
    void sets_tests_and_removes_a_web_hook() throws IOException {
        List<String> posts = new CopyOnWriteArrayList<>();
        HttpServer receiver = receiver(posts);
        String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
        try (Visit visit = preferences()) {
            Locator hook = visit.page().locator("#hook-url");
            assertThat(hook).hasAttribute("pattern", "https://.*");
            hook.fill(url);
            visit.click(visit.button("Set web hook"));
            assertThat((Boolean) hook.evaluate("field => field.validity.patternMismatch"))
                    .as("only what is encrypted, unless a test says otherwise")
                    .isTrue();
            hook.evaluate("field => field.form.noValidate = true");
            visit.click(visit.button("Set web hook")).sees("The secret that signs the posts. It is shown this once:");
            assertThat(visit.page().locator("sky-notices .notice code"))
                    .containsText(Pattern.compile("^whsec_[A-Za-z0-9+/=]{32,}$"));

            visit.click(visit.button("Post a test"));
            await().atMost(Duration.ofMinutes(1)).until(() -> posts.size() == 1);
            assertThat(posts.get(0)).contains("\"type\":\"test\"");
            visit.page().reload();
            visit.sees(url);
            assertThat(visit.page().getByText("whsec_")).hasCount(0);

            visit.click(visit.button("Remove"));
            visit.click(dialog(visit).getByText("Remove").last());
            assertThat(visit.button("Set web hook")).isVisible();
        } finally {
            receiver.stop(0);
        }
    }

    private static HttpServer receiver(List<String> posts) throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            posts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        return receiver;
    }

    @Test
    void links_and_unlinks_a_webodm_account_and_chooses_the_way_of_acting() {
        Scene colleague = Scene.withoutSignIn();
        try (Visit visit = preferences()) {
            visit.sees("At present: as " + scene.username() + ".").sees("No account is linked.");

            field(visit, "WebODM user name").fill(colleague.username());
            field(visit, "WebODM password").fill("a wrong one");
            visit.click(visit.button("Link account")).sees("WEBODM_SIGN_IN");
            field(visit, "WebODM password").fill(Deployment.password(colleague.username()));
            visit.click(visit.button("Link anew"))
                    .sees("Linked: " + colleague.username())
                    .sees("At present: as " + colleague.username() + ".")
                    .sees("WebODM lets Skyferry in.");
            assertThat(visit.page().getByText("WEBODM_SIGN_IN")).hasCount(0);
            assertThat(field(visit, "WebODM password")).hasValue("");
            visit.page().reload();
            visit.click(visit.button("Check it now")).sees("WebODM lets Skyferry in.");

            way(visit, "with its own account").check();
            visit.sees("At present: as ferry.").page().reload();
            visit.sees("At present: as ferry.");
            assertThat(way(visit, "with its own account")).isChecked();
            visit.click(visit.button("Unlink"));
            visit.click(dialog(visit).getByText("Unlink").last()).sees("No account is linked.");
        }
    }

    private static Locator way(Visit visit, String name) {
        return visit.page().getByLabel(name);
    }

    private static Locator field(Visit visit, String label) {
        return visit.page().getByLabel(label, new GetByLabelOptions().setExact(true));
    }

    private static Locator dialog(Visit visit) {
        return visit.page().getByRole(AriaRole.DIALOG);
    }
}
