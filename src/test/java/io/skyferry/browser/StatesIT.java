package io.skyferry.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.options.AriaRole;
import io.skyferry.browser.kit.Routes;
import io.skyferry.browser.kit.Visit;
import io.skyferry.functional.kit.Deployment;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No page is ever blank: when the server fails, has nothing, or does not answer. */
class StatesIT {
    private static final String API = "**/api/**";
    private static final String BROKEN = """
            {"success": false, "error": "Something broke", "detail": "It was our fault.", "code": "INTERNAL_ERROR",
             "hint": "Tell the operator.", "retryable": false, "trace": "abc123"}""";

    /** What the server says where there is nothing, by the end of the path. */
    private static final Map<String, String> NOTHING = Map.ofEntries(
            Map.entry("/flights", "\"total\": 0, \"flights\": []"),
            Map.entry("/systems/", "\"systems\": []"),
            Map.entry("/projects", "\"states\": {\"CREATED\": 0}, \"projects\": []"),
            Map.entry("/jobs", "\"counts\": {\"RUNNING\": 0}, \"jobs\": []"),
            Map.entry("/runs-grid", "\"flights\": []"),
            Map.entry("/summary", "\"running\": 0, \"failed_last_day\": 0, \"last_day\": {\"COMPLETED\": 0}"),
            Map.entry("/schedules", "\"schedules\": []"),
            Map.entry("/audit", "\"events\": []"),
            Map.entry("/oauth-clients", "\"clients\": []"),
            Map.entry("/status/", "\"tokens\": []"));

    /** What then stands on the page. */
    private static final Map<String, String> SAYS = Map.ofEntries(
            Map.entry("/", "No flights yet"),
            Map.entry("/flights", "No flights yet"),
            Map.entry("/flights/{id}", "FLIGHT_NOT_FOUND"),
            Map.entry("/projects", "No projects yet"),
            Map.entry("/projects/{id}", "PROJECT_NOT_FOUND"),
            Map.entry("/preferences", "No Tapis token is stored for you"),
            Map.entry("/jobs", "No jobs yet"),
            Map.entry("/jobs/{id}", "JOB_NOT_FOUND"),
            Map.entry("/runs", "No runs yet"),
            Map.entry("/schedules", "This installation does nothing by itself."),
            Map.entry("/hosts", "Bandwidth budget"),
            Map.entry("/audit", "No events"),
            Map.entry("/clients", "Nobody can sign in yet"));

    private static Visit visit;

    @BeforeAll
    static void signIn() {
        visit = Visit.begin();
        visit.open("/").signIn(Deployment.ADMINISTRATOR).seesHeading("Flights");
    }

    @AfterAll
    static void leave() {
        visit.close();
    }

    @AfterEach
    void asEver() {
        visit.page().unrouteAll();
    }

    enum Fault {
        FAILING,
        UNREADABLE,
        EMPTY,
        SILENT
    }

    static Stream<Arguments> everyPageInEveryState() {
        return Routes.all().stream()
                .flatMap(route -> Stream.of(Fault.values()).map(fault -> Arguments.of(route, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyPageInEveryState")
    void is_designed(String route, Fault fault) {
        visit.page().route(API, request -> answer(request, fault));

        visit.open(route.replace("{id}", "999999999"));

        assertThat(main().locator("h1").first()).isVisible();
        switch (fault) {
            case FAILING -> {
                assertThat(main().getByRole(AriaRole.ALERT).first()).containsText("Something broke");
                assertThat(main()).containsText("abc123");
                assertRecovers("Something broke");
            }
            case UNREADABLE -> {
                assertThat(main()).containsText("Unexpected answer");
                assertRecovers("Unexpected answer");
            }
            case EMPTY -> assertThat(main()).containsText(SAYS.get(route));
            case SILENT -> assertThat(main().locator(".waiting").first()).isVisible();
        }
        if (fault != Fault.SILENT) {
            assertThat(main().locator(".waiting")).hasCount(0);
        }
    }

    /** Once the server is well again, a press of a button is enough. */
    private static void assertRecovers(String trouble) {
        int before = main().getByText(trouble).count();
        visit.page().unrouteAll();
        main().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
                .first()
                .click();
        assertThat(main().getByText(trouble)).not().hasCount(before);
    }

    private static Locator main() {
        return visit.page().locator("main");
    }

    private static void answer(Route request, Fault fault) {
        String path = java.net.URI.create(request.request().url()).getPath();
        if (path.equals("/api/skyferry/me") || path.equals("/api/skyferry/events")) {
            request.resume();
            return;
        }
        switch (fault) {
            case FAILING -> fulfill(request, 500, "application/json", BROKEN);
            case UNREADABLE -> fulfill(request, 502, "text/html", "<html><body>Bad gateway</body></html>");
            case EMPTY ->
                NOTHING.entrySet().stream()
                        .filter(known -> path.endsWith(known.getKey()))
                        .findFirst()
                        .ifPresentOrElse(
                                known -> fulfill(
                                        request,
                                        200,
                                        "application/json",
                                        "{\"success\": true, \"count\": 0, \"next\": null, " + known.getValue() + "}"),
                                request::resume);
            case SILENT -> {}
        }
    }

    private static void fulfill(Route request, int status, String type, String body) {
        request.fulfill(
                new FulfillOptions().setStatus(status).setContentType(type).setBody(body));
    }
}
