package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest extends CommandTest {
    private static final String BEGIN = "POST /api/skyferry/device-sign-in";
    private static final String POLL = "POST /api/skyferry/device-sign-in/poll";
    private static final String RENEW = "POST /api/skyferry/device-sign-in/renew";
    private static final String REVOKE = "POST /api/oauth2/tapis/revoke/c1/";
    private static final String OUT = "POST /api/skyferry/sign-out";
    private static final String SYSTEMS = "GET /api/tapis-storage/systems/";
    private static final String PENDING = "{'success':true,'pending':true,'user':null,'access_token':null}";

    @TempDir
    private Path config;

    @BeforeEach
    void prepare() {
        here.variable("SKYFERRY_TOKEN", "").variable("XDG_CONFIG_HOME", config.toString());
        server.on(
                BEGIN,
                "{'success':true,'client_id':'c1','device_code':'d-1','user_code':'BCDFGHJK',"
                        + "'verification_uri':'https://t.example/device','expires_at':'2026-05-01T10:10:00Z','interval':5}");
        server.on(SYSTEMS, "{'success':true,'systems':[],'count':0}");
    }

    private static String given(String token) {
        return "{'success':true,'pending':false,'user':'alice@portals','client_id':'c1','access_token':'" + token
                + "','expires_at':'2026-05-02T10:00:00Z'}";
    }

    private void login() {
        server.on(POLL, given("first-token"));
        assertThat(run("login")).isZero();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(config)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void shows_the_code_and_waits_until_the_person_agreed() throws IOException {
        server.on(POLL, PENDING).on(POLL, PENDING).on(POLL, given("first-token"));
        assertThat(run("login")).isZero();
        assertThat(here.err()).contains("https://t.example/device", "BCDFGHJK");
        assertThat(here.pauses()).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        assertThat(here.out()).contains("alice@portals").doesNotContain("first-token");
        Path file = files().get(0);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void gives_up_when_the_code_is_over() throws IOException {
        server.on(POLL, PENDING);
        assertThat(run("login")).isEqualTo(8);
        assertThat(files()).isEmpty();
    }

    @Test
    void is_used_afterwards() {
        login();
        assertThat(run("systems")).isZero();
        assertThat(server.lastRequest().authorization()).isEqualTo("Bearer first-token");
        assertThat(run("systems", "--user", "alice")).isZero();
        assertThat(run("systems", "--user", "bob")).as("somebody else").isNotZero();
    }

    @Test
    void is_renewed_in_time() {
        login();
        here.pass(Duration.ofHours(17));
        assertThat(run("systems")).isZero();
        assertThat(server.lastRequest().authorization()).isEqualTo("Bearer first-token");
        here.pass(Duration.ofHours(2));
        server.on(RENEW, given("second-token"));
        assertThat(run("systems")).isZero();
        assertThat(server.lastRequest().authorization()).isEqualTo("Bearer second-token");
    }

    @Test
    void is_renewed_after_the_token_has_expired() throws IOException {
        server.on(POLL, given("first-token").replace("'success'", "'renewal_token':'renewal-secret','success'"));
        assertThat(run("login")).isZero();
        assertThat(here.out()).doesNotContain("renewal-secret");
        server.on(RENEW, given("second-token")).on(RENEW, given("third-token"));
        for (String token : List.of("second-token", "third-token")) {
            here.pass(Duration.ofDays(3));
            assertThat(run("systems")).isZero();
            assertThat(server.lastRequest().authorization()).isEqualTo("Bearer " + token);
        }
        assertThat(Files.readString(files().get(0))).contains("renewal-secret");
        server.on(REVOKE, "{'success':true}").on(OUT, "{'success':true,'message':'x'}");
        assertThat(run("logout")).isZero();
        assertThat(parse(server.lastRequest().body()))
                .isEqualTo(json("{'revoke':true,'renewal_token':'renewal-secret'}"));
    }

    @Test
    void goes_on_with_the_old_token_while_it_cannot_be_renewed() {
        login();
        here.pass(Duration.ofHours(20));
        server.failOn(RENEW, ErrorCode.TAPIS_UNREACHABLE, "away");
        assertThat(run("systems")).isZero();
        assertThat(server.lastRequest().authorization()).isEqualTo("Bearer first-token");
    }

    @Test
    void is_for_its_own_server_only() {
        login();
        assertThat(run("systems", "--server", "http://127.0.0.1:1")).isEqualTo(3);
    }

    @Test
    void is_refused_when_others_may_read_it() throws IOException {
        login();
        Files.setPosixFilePermissions(files().get(0), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("systems")).isEqualTo(2);
        assertThat(here.err()).contains("may be read by others").doesNotContain("first-token");
    }

    @Test
    void ends_here_and_there() throws IOException {
        login();
        server.failOn(REVOKE, ErrorCode.NO_TAPIS_TOKEN, "none").on(OUT, "{'success':true,'message':'x'}");
        assertThat(run("logout")).isZero();
        assertThat(files()).isEmpty();
        assertThat(server.lastRequest().authorization()).isEqualTo("Bearer first-token");
        assertThat(parse(server.lastRequest().body())).isEqualTo(json("{'revoke':true}"));
        assertThat(run("logout")).isEqualTo(3);
    }
}
