package io.skyferry.functional;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.functional.kit.Api;
import io.skyferry.functional.kit.Bodies;
import io.skyferry.functional.kit.Browser;
import io.skyferry.functional.kit.Deployment;
import io.skyferry.functional.kit.FlightFolder;
import io.skyferry.functional.kit.Scene;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.functional.kit.TableDump;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that traces all it can does everything that has to do with secrets; none of them may be anywhere afterwards.
 */
@Tag("any-database")
class SecretsIT {
    /** Not finer for Liberty's JAX-RS: there it writes down whole requests, whatever they carry. */
    private static final String TRACE = "*=info:io.skyferry.*=finest:org.jboss.resteasy.*=fine:io.openliberty.*=fine"
            + ":com.ibm.jbatch.*=finest:com.ibm.ws.jbatch.*=finest:com.ibm.ws.microprofile.*=finest"
            + ":com.ibm.ws.security.*=finest:org.hibernate.SQL=finest:org.hibernate.orm.jdbc.bind=finest"
            + ":jdk.httpclient.*=finest:java.net.http.*=finest:sun.net.www.protocol.http.*=finest";

    private static final String WRONG_KEY = "wrong-key-that-tapis-echoes";
    private static final String CLIENT = "skyferry-demo";
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}");

    private static final Map<String, String> secrets = new LinkedHashMap<>();
    private static final Map<String, String> texts = new TreeMap<>();
    private static final Scene scene = Scene.withoutSignIn();
    private static SkyferryServer server;
    private static List<LoggedRequest> requests;

    @BeforeAll
    static void doEverything() throws Exception {
        server = scene.deployment()
                .newServer("secrets", Map.of("SKYFERRY_TRACE", TRACE, "SKYFERRY_PUBLIC_URL", "http://localhost:9080"));
        scene.deployment().tapis().s256(true);
        scene.deployment().tapis().requests().clear();
        scene.deployment().webodm().server().requests().clear();
        server.start();
        signInWithABrowser();
        failWithAWrongClientKey();
        syncInEachWay();
        signInFromATerminal();
        keepWhatTheServerHas();
        server.stop();
        keepLogsAndTables();
    }

    @AfterAll
    static void asUsual() {
        scene.deployment().tapis().s256(false);
        if (server.isAlive()) {
            server.kill();
        }
    }

    private static void signInWithABrowser() throws Exception {
        Browser browser = new Browser(server);
        URI page = browser.begin(CLIENT, "/");
        URI back = browser.atTapis(page, scene.username());
        String kept = browser.cookie("skyferry_sign_in");
        String state = parameter(back, "state");
        assertThat(browser.comeBack(back).statusCode()).isEqualTo(302);
        secrets.put("code", parameter(back, "code"));
        secrets.put("cookie of the sign-in", kept);
        secrets.put("session cookie", browser.cookie("skyferry_session"));
        secrets.put("verifier", verifier(kept, state));
        secrets.put("password", Deployment.password(scene.username()));
        assertThat(browser.me()).isEqualTo(200);
        keep("refused code", browser.comeBack(back).body());
        JsonObject wrong = Bodies.credentials(scene.username(), "password-that-is-wrong");
        secrets.put("wrong password", "password-that-is-wrong");
        keep(
                "wrong password",
                Api.of(server, scene.username())
                        .post("/api/skyferry/sign-in", wrong)
                        .text());
        keep(
                "odd token",
                new Api(server, "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ.")
                        .get("/api/skyferry/me")
                        .text());
    }

    private static void failWithAWrongClientKey() {
        Api.of(server, Deployment.ADMINISTRATOR)
                .post(
                        "/api/skyferry/oauth-clients",
                        Json.createObjectBuilder()
                                .add("client_id", "wrong")
                                .add("client_key", WRONG_KEY)
                                .add("tenant_id", "sandbox")
                                .add("base_url", scene.deployment().tapis().baseUrl())
                                .build());
        secrets.put("wrong client key", WRONG_KEY);
        secrets.put("client key", "skyferry-demo-key");
        Browser browser = new Browser(server);
        String state = parameter(browser.begin("wrong", "/"), "state");
        var page = browser.get("/api/oauth2/tapis/callback/?code=any&state=" + state);
        assertThat(page.statusCode()).isEqualTo(502);
        keep("page of the wrong client key", page.body());
    }

    private static void syncInEachWay() {
        secrets.put("WebODM's signing key", WebOdmOptions.DEMO_SECRET_KEY);
        secrets.put("password of the service account", Deployment.SERVICE_PASSWORD);
        for (String way : List.of("signing-key", "service", "linked")) {
            String body = way.equals("linked")
                    ? Bodies.credentials(scene.username(), Deployment.password(scene.username()))
                            .toString()
                    : Json.createObjectBuilder().add("acting", way).build().toString();
            api().send("PUT", "/api/skyferry/webodm-account", "application/json", body)
                    .ok();
            api().get("/api/skyferry/webodm-account?check=true").ok();
            FlightFolder flight = scene.flight("By-" + way).withPhotos(2).put("BROKEN.JPG", new byte[10]);
            long project = api().post("/api/tapis-storage/create-projects/", Bodies.flights(flight))
                    .ok()
                    .getJsonObject("results")
                    .getJsonArray("created_projects")
                    .getJsonObject(0)
                    .getJsonNumber("project_id")
                    .longValue();
            long job = api().post("/api/tapis-storage/sync-project-images/", Bodies.project(project))
                    .ok()
                    .getJsonNumber("job_id")
                    .longValue();
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> api().get("/api/skyferry/jobs/" + job)
                            .ok()
                            .getJsonObject("job")
                            .getString("status")
                            .equals("COMPLETED"));
        }
        String wrong = Bodies.credentials(scene.username(), "webodm-password-that-is-wrong")
                .toString();
        secrets.put("wrong WebODM password", "webodm-password-that-is-wrong");
        api().send("PUT", "/api/skyferry/webodm-account", "application/json", wrong)
                .ok();
        keep(
                "refusal of WebODM",
                api().get("/api/skyferry/webodm-account?check=true").text());
    }

    private static void signInFromATerminal() {
        Api anonymous = new Api(server, null);
        JsonObject begun = anonymous
                .post(
                        "/api/skyferry/device-sign-in",
                        Json.createObjectBuilder().add("client_id", CLIENT).build())
                .ok();
        secrets.put("device code", begun.getString("device_code"));
        new Browser(server)
                .enterCode(
                        URI.create(begun.getString("verification_uri")),
                        scene.username(),
                        begun.getString("user_code"));
        JsonObject poll = Json.createObjectBuilder()
                .add("client_id", CLIENT)
                .add("device_code", begun.getString("device_code"))
                .build();
        JsonObject given =
                anonymous.post("/api/skyferry/device-sign-in/poll", poll).ok();
        secrets.put("renewal token", given.getString("renewal_token"));
        secrets.put("access token", given.getString("access_token"));
        anonymous
                .post(
                        "/api/skyferry/device-sign-in/renew",
                        Json.createObjectBuilder()
                                .add("client_id", CLIENT)
                                .add("renewal_token", given.getString("renewal_token"))
                                .build())
                .ok();
        Api.of(server, Deployment.ADMINISTRATOR)
                .post("/api/skyferry/admin/rotate-key")
                .ok();
        api().post("/api/oauth2/tapis/refresh/" + CLIENT + "/").ok();
        api().post("/api/oauth2/tapis/revoke/" + CLIENT + "/").ok();
    }

    private static Api api() {
        return Api.of(server, scene.username());
    }

    private static void keepWhatTheServerHas() throws IOException {
        for (String path : List.of("/metrics", "/health", "/openapi", "/api/skyferry/no-such-thing", "/no-such-page")) {
            keep(path, new Api(server, null).get(path).text());
        }
        Api administrator = Api.of(server, Deployment.ADMINISTRATOR);
        keep("audit trail", administrator.get("/api/skyferry/audit?limit=1000").text());
        keep("clients", administrator.get("/api/skyferry/oauth-clients").text());
        keep("status", api().get("/api/oauth2/tapis/status/").text());
        keep("account", api().get("/api/skyferry/webodm-account").text());
        for (String file : List.of("local.key", "secret.key", "liberty-operator.password", "keystore.password")) {
            secrets.put(file, Files.readString(server.dataDir().resolve(file)).strip());
        }
        requests = new ArrayList<>(scene.deployment().tapis().requests().list());
        requests.addAll(scene.deployment().webodm().server().requests().list());
    }

    private static void keepLogsAndTables() throws Exception {
        keep("console", server.readLog());
        try (Stream<Path> files = Files.walk(server.logDirectory())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                keep(
                        "log " + server.logDirectory().relativize(file),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        TableDump.of(DriverManager.getConnection(
                        "jdbc:h2:file:" + server.dataDir().resolve("db/skyferry")
                                + ";MODE=LEGACY;NON_KEYWORDS=VALUE;IFEXISTS=TRUE",
                        "skyferry",
                        ""))
                .forEach((table, rows) -> keep("table " + table, rows));
    }

    @Test
    void noneIsInAnyLogTablePageOrMetric() {
        assertThat(texts.keySet())
                .anyMatch(name -> name.startsWith("log trace"))
                .anyMatch(name -> name.startsWith("log joblogs"))
                .anyMatch(name -> name.startsWith("table jb_"))
                .contains("table oauth_token", "table terminal_login", "table webodm_account", "/metrics");
        List<String> leaks = new ArrayList<>();
        texts.forEach((where, text) -> {
            secrets.forEach((what, secret) -> {
                if (text.contains(secret)) {
                    leaks.add(what + " in " + where + ": " + around(text, text.indexOf(secret)));
                }
            });
            TOKEN.matcher(text)
                    .results()
                    .map(MatchResult::start)
                    .limit(3)
                    .forEach(at -> leaks.add("a token in " + where + ": " + around(text, at)));
        });

        assertThat(leaks).isEmpty();
    }

    @Test
    void noneIsInAnAddress() {
        assertThat(requests).hasSizeGreaterThan(20);
        // The sandbox hides the values of such parameters; only the state has to travel like that.
        assertThat(requests).allSatisfy(request -> {
            String shown = request.path() + "?" + request.query().replaceAll("(^|&)state=\\*\\*\\*", "");
            assertThat(shown).doesNotContain("***").doesNotContain("eyJ");
            secrets.forEach((what, secret) -> assertThat(shown).as(what).doesNotContain(secret));
        });
    }

    @Test
    void theTraceIsOneThatWouldShowThem() {
        String trace = texts.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("log trace"))
                .map(Map.Entry::getValue)
                .reduce("", String::concat);
        assertThat(trace).contains("io.skyferry", "com.ibm.jbatch", "org.hibernate.orm.jdbc.bind");
    }

    /** Where it is, without it. */
    private static String around(String text, int at) {
        int begin = Math.max(text.lastIndexOf('\n', at) + 1, at - 160);
        return text.substring(begin, at) + "<here>";
    }

    private static void keep(String name, String text) {
        texts.merge(name, text, String::concat);
    }

    private static String parameter(URI address, String name) {
        return Stream.of(address.getRawQuery().split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static String verifier(String kept, String state) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(kept.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(mac.doFinal(state.getBytes(StandardCharsets.US_ASCII)));
    }
}
