package io.skyferry.browser.kit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.skyferry.functional.kit.Browser;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.SkyferryServer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Somebody at a browser of his own. Closing it fails if a script broke or something was against the page's policy. */
public final class Visit implements AutoCloseable {
    /** Long, for a machine that is busy; shorter for who writes tests that fail at first. */
    private static final double PATIENCE_MILLIS =
            Double.parseDouble(System.getProperty("skyferry.it.patience.millis", "60000"));

    public static final String CLIENT_NAME = "For browsers";

    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final SkyferryServer server = Deployment.running().server();
    private final BrowserContext context;
    private final Page page;

    private Visit(Look look) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Browser.registeredClient(server);
        context = Chromium.running()
                .newContext(new NewContextOptions()
                        .setBaseURL(server.url("").toString())
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/Berlin")
                        .setColorScheme(look.scheme())
                        .setViewportSize(look.width(), look.height()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    public static Visit begin() {
        return new Visit(Look.LIGHT);
    }

    public static Visit begin(Look look) {
        return new Visit(look);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public SkyferryServer server() {
        return server;
    }

    public Visit open(String path) {
        page.navigate(path);
        return this;
    }

    /** Through Tapis' own pages, and back to where one was. */
    public Visit signIn(String username) {
        signInLink().click();
        return atTapis(username);
    }

    public Locator signInLink() {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with " + CLIENT_NAME));
    }

    /** Name, password and consent. */
    public Visit atTapis(String username) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(Deployment.password(username));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve"))
                .click();
        page.waitForURL(Pattern.compile(Pattern.quote(server.url("/").toString()) + "(?!api/).*"));
        return this;
    }

    public Locator heading(String text) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    public Locator button(String name) {
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    public Locator link(String name) {
        return page.getByRole(
                        AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    public Visit click(Locator what) {
        what.click();
        return this;
    }

    /** Waits until the text stands somewhere on the page. */
    public Visit sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    public Visit seesHeading(String text) {
        assertThat(heading(text).first()).isVisible();
        return this;
    }

    @Override
    public void close() {
        context.close();
        org.assertj.core.api.Assertions.assertThat(complaints).isEmpty();
    }
}
