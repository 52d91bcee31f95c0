package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every field of every promised call, wrong in every way: refused by its name, and nothing changes. */
class WrongInputIT {
    private static final String STORAGE = "/api/tapis-storage/";
    private static final String CREATE = STORAGE + "create-projects/";
    private static final String DISCOVER = STORAGE + "discover-flights/";
    private static final String SYNC = STORAGE + "sync-project-images/";
    private static final String PREFERENCES = "/api/tapis-preferences/";
    private static final String NOTICES = "/api/skyferry/notices";
    private static final String SIGN_IN = "/api/skyferry/sign-in";

    private static Scene scene;
    private static String before;

    @BeforeAll
    static void makeAProject() {
        scene = Scene.signedIn();
        scene.create(scene.flight("There").withPhotos(2));
    }

    @BeforeEach
    void look() {
        before = everything();
    }

    @AfterEach
    void nothingChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    private static String everything() {
        return scene.api().get(STORAGE + "flight-projects/").text()
                + scene.api().get("/api/skyferry/projects").text()
                + scene.api().get("/api/skyferry/jobs").text()
                + scene.api().get(PREFERENCES).text()
                + scene.api().get(NOTICES).text()
                + scene.webOdm().listProjects();
    }

    record Wrong(String path, String field, String body) {
        @Override
        public String toString() {
            return path + " " + (body.length() > 90 ? body.substring(0, 90) + "..." : body);
        }
    }

    static Stream<Wrong> wrongFields() {
        return Stream.of(creating(), flights(), discovering(), syncing(), preferring(), noticing(), signingIn())
                .flatMap(wrong -> wrong);
    }

    private static Stream<Wrong> each(String path, String field, String template, String... values) {
        return Arrays.stream(values).map(value -> new Wrong(path, field, template.replace("?", value)));
    }

    private static Stream<Wrong> creating() {
        return Stream.of(
                        each(CREATE, "auto_discover", "{\"auto_discover\": ?}", "\"yes\"", "1", "[]", "{}"),
                        each(CREATE, "flights", "{\"flights\": ?}", "\"x\"", "7", "{}", "[]", "null", "[null]"),
                        each(CREATE, "flights[0]", "{\"flights\": ?}", "[\"F\"]", "[1]", "[[]]"),
                        each(CREATE, "systems", "{\"auto_discover\": true, \"systems\": ?}", "\"x\"", "7", "{}"),
                        each(
                                CREATE,
                                "client_id",
                                "{\"auto_discover\": true, \"client_id\": ?}",
                                "7",
                                "[]",
                                "\"\"",
                                "true"),
                        each(CREATE, "dry_run", "{\"auto_discover\": true, \"dry_run\": ?}", "\"no\"", "0"))
                .flatMap(wrong -> wrong);
    }

    private static Stream<Wrong> flights() {
        String system = "\"system_id\": \"" + "ptdatax.project.X" + "\"";
        String name = "{\"flights\": [{" + system + ", \"flight_name\": ?}]}";
        String id = "{\"flights\": [{\"flight_name\": \"F\", \"system_id\": ?}]}";
        String both = "{\"flights\": [{\"flight_name\": \"F\", " + system + ", ";
        String long300 = "\"" + "x".repeat(300) + "\"";
        return Stream.of(
                        each(CREATE, "flight_name", name, "null", "\"\"", "\" \"", "\"..\"", "\"a/b\"", long300),
                        each(CREATE, "flights[0].flight_name", name, "1", "[]", "{}", "true", "\"a\\u0000\""),
                        each(CREATE, "system_id", id, "null", "\"\"", long300),
                        each(CREATE, "systems", id, "\"other\"", "\"ptdatax.project.\""),
                        each(CREATE, "flights[0].system_id", id, "1", "[]"),
                        each(CREATE, "images_path", both + "\"images_path\": ?}]}", "\"F/images\"", "\"\""),
                        each(CREATE, "flights[0].images_path", both + "\"images_path\": ?}]}", "1"),
                        each(CREATE, "flights[0].image_count", both + "\"image_count\": ?}]}", "\"3\"", "1.5", "1e99"))
                .flatMap(wrong -> wrong);
    }

    private static Stream<Wrong> discovering() {
        String many =
                Stream.generate(() -> "\"ptdatax.project.X\"").limit(1001).collect(Collectors.joining(",", "[", "]"));
        return Stream.of(
                        each(DISCOVER, "systems", "{\"systems\": ?}", "\"all\"", "1", "{}", "[null]", "[\"x\"]", many),
                        each(DISCOVER, "systems[1]", "{\"systems\": [\"ptdatax.project.X\", ?]}", "1", "[]", "true"))
                .flatMap(wrong -> wrong);
    }

    private static Stream<Wrong> syncing() {
        return Stream.of(
                        each(
                                SYNC,
                                "project_id",
                                "{\"project_id\": ?}",
                                "null",
                                "\"1\"",
                                "1.5",
                                "0",
                                "-1",
                                "[]",
                                "1e30"),
                        each(SYNC, "project_id", "{?}", ""),
                        each(SYNC, "reprocess", "{\"project_id\": 1, \"reprocess\": ?}", "\"yes\"", "1"))
                .flatMap(wrong -> wrong);
    }

    private static Stream<Wrong> preferring() {
        return Stream.of(
                        flag("auto_discover_on_login"),
                        flag("notify_on_discovery_complete"),
                        flag("notify_on_discovery_errors"),
                        whole("max_projects_per_discovery", "0"),
                        whole("discovery_cooldown_hours", "-1"),
                        each(
                                PREFERENCES,
                                "preferred_systems",
                                "{\"preferred_systems\": ?}",
                                "\"x\"",
                                "[null]",
                                "[\"x\"]"),
                        each(PREFERENCES, "preferred_systems[0]", "{\"preferred_systems\": ?}", "[1]"))
                .flatMap(wrong -> wrong);
    }

    private static Stream<Wrong> flag(String field) {
        return each(PREFERENCES, field, "{\"" + field + "\": ?}", "\"yes\"", "1", "[]");
    }

    private static Stream<Wrong> whole(String field, String low) {
        return each(PREFERENCES, field, "{\"" + field + "\": ?}", low, "\"7\"", "1.5", "true", "99999999999");
    }

    private static Stream<Wrong> noticing() {
        return Stream.of(
                        each(NOTICES, "address", "{\"address\": ?}", "1", "[]", "\"nobody\"", "\"a@b, c@d\""),
                        each(NOTICES, "mail_on", "{\"mail_on\": ?}", "\"yes\"", "1", "[]"),
                        each(NOTICES, "occasions", "{\"occasions\": ?}", "\"x\"", "7", "{}", "[\"x\"]", "[null]"),
                        each(NOTICES, "occasions[0]", "{\"occasions\": ?}", "[1]", "[[]]"),
                        each(
                                NOTICES,
                                "digest_minutes",
                                "{\"digest_minutes\": ?}",
                                "-1",
                                "1441",
                                "\"7\"",
                                "1.5",
                                "true"))
                .flatMap(wrong -> wrong);
    }

    private static Stream<Wrong> signingIn() {
        return Stream.of(
                        each(SIGN_IN, "username", "{\"password\": \"p\", \"username\": ?}", "null", "1", "\"\""),
                        each(SIGN_IN, "password", "{\"username\": \"u\", \"password\": ?}", "null", "[]", "\"\""))
                .flatMap(wrong -> wrong);
    }

    @ParameterizedTest
    @MethodSource("wrongFields")
    void namesTheField(Wrong wrong) {
        Reply reply = scene.api().send("POST", wrong.path(), "application/json", wrong.body());

        assertProblem(reply, 400, "INVALID_REQUEST");
        assertThat(reply.json().getString("detail")).startsWith("'" + wrong.field() + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "7", "\"x\"", "{", "{\"a\": tru}", "\u0000", "{} {}"})
    void takesNothingButOneJsonObject(String body) {
        for (String path : List.of(CREATE, DISCOVER, SYNC, PREFERENCES, NOTICES)) {
            assertProblem(scene.api().send("POST", path, "application/json", body), 400, "INVALID_REQUEST");
        }
    }

    @Test
    void takesNoTokenOfAClientThatIsNotThere() {
        String body = "{\"auto_discover\": true, \"client_id\": \"nobody\"}";

        assertProblem(scene.api().send("POST", CREATE, "application/json", body), 404, "CLIENT_NOT_FOUND");
        assertProblem(
                scene.api()
                        .sendWith(
                                "POST",
                                CREATE,
                                Map.of("Content-Type", "application/json", "Prefer", "respond-async"),
                                body),
                404,
                "CLIENT_NOT_FOUND");
    }

    @Test
    void takesNoEndlessNesting() {
        String deep = "{\"systems\":" + "[".repeat(50_000);

        assertProblem(scene.api().send("POST", DISCOVER, "application/json", deep), 400, "INVALID_REQUEST");
    }

    @Test
    void takesNoMoreThanAMegabyte() {
        String long2 = "{\"systems\": [\"" + "x".repeat(2 << 20) + "\"]}";

        assertProblem(scene.api().send("POST", DISCOVER, "application/json", long2), 413, "TOO_LARGE");
        assertProblem(
                scene.api().send("POST", PREFERENCES, "application/json", long2.substring(0, 20_000) + "\"]}"),
                413,
                "TOO_LARGE");
    }

    @ParameterizedTest
    @ValueSource(strings = {CREATE, DISCOVER, SYNC, PREFERENCES})
    void takesJsonAndGivesJson(String path) {
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "nonsense/x")) {
            assertProblem(scene.api().send("POST", path, type, "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        }
        Map<String, String> xml = Map.of("Content-Type", "application/json", "Accept", "application/xml");
        assertProblem(scene.api().sendWith("POST", path, xml, "{}"), 406, "NOT_ACCEPTABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, systems, GET",
        "DELETE, systems/, GET",
        "GET, discover-flights, POST",
        "PUT, discover_flights/, POST",
        "GET, create-projects/, POST",
        "PATCH, create_projects, POST",
        "POST, flight-projects, GET",
        "DELETE, flight_projects/, GET",
        "GET, sync-project-images, POST",
        "PUT, sync_project_images/, POST"
    })
    void saysWhichMethodItTakes(String method, String call, String allowed) {
        Reply reply = scene.api().send(method, STORAGE + call, null, null);

        assertProblem(reply, 405, "METHOD_NOT_ALLOWED");
        assertThat(reply.header("Allow")).contains(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/tapis-storage/nothing, NOT_FOUND",
        "GET, /api/nothing, NOT_FOUND",
        "GET, /api/skyferry/projects/0, PROJECT_NOT_FOUND",
        "GET, /api/skyferry/projects/abc, NOT_FOUND",
        "GET, /api/skyferry/projects/999999999999999999999, NOT_FOUND",
        "GET, /api/skyferry/flights/0, FLIGHT_NOT_FOUND",
        "GET, /api/skyferry/flights/0/plan, FLIGHT_NOT_FOUND",
        "GET, /api/skyferry/jobs/0, JOB_NOT_FOUND",
        "POST, /api/oauth2/tapis/refresh/nobody/, CLIENT_NOT_FOUND",
        "POST, /api/oauth2/tapis/revoke/nobody/, CLIENT_NOT_FOUND"
    })
    void doesNotKnowWhatIsNotThere(String method, String path, String code) {
        assertProblem(scene.api().send(method, path, null, null), 404, code);
    }

    @Test
    void givesTheSamePreferencesUnderBothNames() {
        String hyphen = scene.api().get("/api/tapis-preferences").text();

        for (String name : List.of("/api/tapis-preferences/", "/api/tapis_preferences", "/api/tapis_preferences/")) {
            assertThat(scene.api().get(name).text()).isEqualTo(hyphen);
        }
    }

    @Test
    void asksWhoComesWithNothing() {
        Api nobody = Api.anonymous();
        for (String path : List.of(CREATE, DISCOVER, SYNC, PREFERENCES)) {
            assertProblem(nobody.send("POST", path, "application/json", "{}"), 401, "NOT_SIGNED_IN");
        }
        assertThat(Deployment.running().server().isAlive()).isTrue();
    }

    private static void assertProblem(Reply reply, int status, String code) {
        JsonObject problem = reply.json();
        assertThat(problem.getString("code")).as(reply.text()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(problem.get("success")).isEqualTo(JsonValue.FALSE);
        assertThat(problem.getString("error")).isNotBlank();
        assertThat(problem.getString("hint")).isNotBlank();
        assertThat(problem.getString("trace")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank().doesNotContain("Exception", "io.skyferry");
    }
}
