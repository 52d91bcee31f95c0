package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Reply;
import io.skyferry.functional.kit.Scene;
import io.skyferry.sandbox.tapis.token.Grant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each refused request says why, in the promised fields, and changes nothing. */
class ErrorsIT {
    private static final String BASE = "/api/tapis-storage/";
    private static final String SYNC = BASE + "sync-project-images/";
    private static final String CREATE = BASE + "create-projects/";
    private static final String DISCOVER = BASE + "discover-flights/";
    private static final String SIGN_IN = "/api/skyferry/sign-in";

    private static Scene scene;
    private static Scene other;
    private static long project;
    private static long foreignProject;

    @BeforeAll
    static void makeProjectsOfTwoUsers() {
        scene = Scene.withoutSignIn();
        project = scene.create(scene.flight("Errors").withPhotos(2));
        other = Scene.signedIn();
        foreignProject = other.create(other.flight("Foreign").withPhotos(2));
    }

    record Case(String name, Supplier<Reply> request, int status, String code, String error) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> refusals() {
        return Stream.of(identities(), requests(), unknowns()).flatMap(cases -> cases);
    }

    private static Stream<Case> identities() {
        return Stream.of(
                new Case("no token", () -> with(null), 401, "NOT_SIGNED_IN", "Not signed in"),
                new Case("garbage", () -> with("garbage"), 401, "INVALID_TOKEN", "Invalid token"),
                new Case("unsigned", () -> with("e30.e30."), 401, "INVALID_TOKEN", "Invalid token"),
                new Case("expired", () -> with(expired()), 401, "TOKEN_EXPIRED", "Token expired"),
                new Case("other tenant", () -> with(otherTenant()), 401, "INVALID_TOKEN", "Invalid token"),
                new Case(
                        "no stored token",
                        () -> scene.api().post(SYNC, Bodies.project(project)),
                        401,
                        "NO_TAPIS_TOKEN",
                        "No Tapis token found"),
                new Case("wrong password", () -> signIn("wrong", null), 401, "SIGN_IN_REFUSED", "Sign-in refused"),
                new Case(
                        "unknown client",
                        () -> signIn(Deployment.password(scene.username()), "nobody"),
                        404,
                        "CLIENT_NOT_FOUND",
                        "OAuth2 client not found"));
    }

    private static Stream<Case> requests() {
        return Stream.of(
                invalid("bad JSON", () -> post(CREATE, "application/json", "{\"auto_discover\": tru")),
                invalid("no JSON object", () -> post(CREATE, "application/json", "[1, 2]")),
                invalid("no body", () -> scene.api().post(CREATE)),
                invalid("empty object", () -> post(CREATE, "application/json", "{}")),
                invalid("text for a number", () -> post(SYNC, "application/json", "{\"project_id\": \"abc\"}")),
                invalid("no project", () -> post(SYNC, "application/json", "{}")),
                invalid("a project of minus one", () -> scene.api().post(SYNC, Bodies.project(-1))),
                invalid("text for a list", () -> post(DISCOVER, "application/json", "{\"systems\": \"all\"}")),
                invalid("a system of another kind", () -> scene.api().post(DISCOVER, Bodies.systems("ada.work"))),
                invalid("a flight above the root", () -> scene.api().post(CREATE, wish(".."))),
                invalid("a flight with a slash", () -> scene.api().post(CREATE, wish("Errors/code"))),
                new Case(
                        "wrong media type",
                        () -> post(CREATE, "text/plain", Bodies.autoDiscover().toString()),
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "Unsupported media type"),
                new Case(
                        "wrong method",
                        () -> scene.api().get(CREATE),
                        405,
                        "METHOD_NOT_ALLOWED",
                        "Method not allowed"));
    }

    private static Stream<Case> unknowns() {
        return Stream.of(
                new Case("unknown path", () -> scene.api().get(BASE + "nothing/"), 404, "NOT_FOUND", "Not found"),
                noSystem("unknown system", "ptdatax.project.NOWHERE"),
                noSystem("other user's system", other.system()),
                noProject("unknown project", 987_654_321),
                noProject("other user's project", foreignProject),
                new Case(
                        "unknown job",
                        () -> scene.api().get("/api/skyferry/jobs/987654321"),
                        404,
                        "JOB_NOT_FOUND",
                        "Job not found"));
    }

    private static Case invalid(String name, Supplier<Reply> request) {
        return new Case(name, request, 400, "INVALID_REQUEST", "Invalid request");
    }

    private static Case noSystem(String name, String system) {
        return new Case(
                name,
                () -> scene.api().post(DISCOVER, Bodies.systems(system)),
                404,
                "SYSTEM_NOT_ACCESSIBLE",
                "System not accessible");
    }

    private static Case noProject(String name, long id) {
        return new Case(
                name, () -> scene.api().post(SYNC, Bodies.project(id)), 404, "PROJECT_NOT_FOUND", "Project not found");
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhyAndChangesNothing(Case refusal) {
        String before = everything();

        Reply reply = refusal.request().get();

        JsonObject body = reply.json();
        assertThat(body.get("success")).isEqualTo(JsonValue.FALSE);
        assertThat(body.getString("code")).isEqualTo(refusal.code());
        assertThat(body.getString("error")).isEqualTo(refusal.error());
        assertThat(body.getString("detail")).isNotBlank().doesNotContain("Exception", "io.skyferry");
        assertThat(reply.status()).isEqualTo(refusal.status());
        assertThat(reply.http().headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void namesWhatIsNoFlightAndMakesTheOthers() {
        Scene fresh = Scene.withoutSignIn();
        FlightFolder empty = fresh.flight("Empty");
        FlightFolder good = fresh.flight("Good").withPhotos(2);

        JsonObject results =
                fresh.api().post(CREATE, Bodies.flights(empty, good)).ok().getJsonObject("results");

        assertThat(results.getInt("projects_created")).isEqualTo(1);
        assertThat(results.getJsonArray("errors")).hasSize(1);
        assertThat(results.getJsonArray("errors").getString(0)).contains("No flight directories found", "Empty");
    }

    /** What there is of both users, here and in WebODM. */
    private static String everything() {
        return Stream.of(scene, other)
                .map(of -> of.api().get(BASE + "flight-projects/").text()
                        + of.api().get("/api/skyferry/jobs").text()
                        + of.webOdm().listProjects())
                .reduce("", String::concat);
    }

    private static Reply with(String token) {
        return new Api(scene.deployment().server(), token).post(CREATE, Bodies.autoDiscover());
    }

    private static Reply post(String path, String contentType, String body) {
        return scene.api().send("POST", path, contentType, body);
    }

    private static Reply signIn(String password, String client) {
        var body = Json.createObjectBuilder(Bodies.credentials(scene.username(), password));
        if (client != null) {
            body.add("client_id", client);
        }
        return Api.anonymous().post(SIGN_IN, body.build());
    }

    private static JsonObject wish(String flight) {
        var wish = Json.createObjectBuilder().add("flight_name", flight).add("system_id", scene.system());
        return Json.createObjectBuilder()
                .add("flights", Json.createArrayBuilder().add(wish))
                .build();
    }

    private static String expired() {
        Grant grant = Grant.of(scene.username(), "skyferry-demo", "password", null);
        return scene.deployment()
                .tapis()
                .mint()
                .access(grant, Duration.ofHours(-1))
                .jwt();
    }

    private static String otherTenant() {
        JsonObject claims = Json.createObjectBuilder()
                .add("iss", scene.deployment().tapis().baseUrl() + "/v3/tokens")
                .add("sub", scene.username() + "@elsewhere")
                .add("tapis/tenant_id", "elsewhere")
                .add("tapis/token_type", "access")
                .add("tapis/username", scene.username())
                .add("tapis/account_type", "user")
                .add("tapis/delegation", false)
                .add("exp", Instant.now().plusSeconds(3600).getEpochSecond())
                .build();
        return scene.deployment().tapis().mint().sign(claims);
    }
}
