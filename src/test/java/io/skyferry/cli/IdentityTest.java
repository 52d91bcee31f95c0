package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.cli.fake.FakeSkyferry;
import io.skyferry.cli.fake.TestSurroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final String SYSTEMS = "GET /api/tapis-storage/systems/";

    @TempDir
    Path directory;

    private final FakeSkyferry server = new FakeSkyferry().on(SYSTEMS, "{'success':true,'systems':[],'count':0}");
    private final TestSurroundings here = new TestSurroundings().variable("SKYFERRY_SERVER", server.url());

    @AfterEach
    void closeServer() {
        server.close();
    }

    private int run(String... arguments) {
        return Skyferry.run(here.get(), arguments);
    }

    @Test
    void sends_the_token_of_the_environment() {
        here.variable("SKYFERRY_TOKEN", "from-variable");
        assertThat(run("systems")).isZero();
        assertThat(server.lastRequest().authorization()).isEqualTo("Bearer from-variable");
    }

    @Test
    void prefers_the_token_file_to_the_environment() throws IOException {
        here.variable("SKYFERRY_TOKEN", "from-variable");
        Path file = Files.writeString(directory.resolve("token"), "from-file\n");
        assertThat(run("systems", "--token-file", file.toString())).isZero();
        assertThat(server.lastRequest().authorization()).isEqualTo("Bearer from-file");
    }

    @Test
    void does_not_send_or_show_a_token_file_that_holds_something_else() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), "user: alice\npassword: hunter2\n");
        assertThat(run("systems", "--token-file", file.toString())).isEqualTo(2);
        assertThat(here.err()).contains("does not hold a token").doesNotContain("hunter2");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void signs_each_request_with_the_local_key() throws Exception {
        writeKey();
        assertThat(run("--data-dir", directory.toString(), "systems", "--user", "alice@portals"))
                .isZero();
        assertThat(run("systems", "--data-dir", directory.toString(), "--user", "alice@portals"))
                .isZero();
        JwtClaims first = verified(server.requests().get(0).authorization());
        JwtClaims second = verified(server.requests().get(1).authorization());
        assertThat(first.getSubject()).isEqualTo("alice@portals");
        assertThat(first.getExpirationTime().getValue())
                .isEqualTo(here.get().clock().instant().getEpochSecond() + 60);
        assertThat(first.getJwtId()).isNotBlank().isNotEqualTo(second.getJwtId());
    }

    @Test
    void takes_directory_and_user_from_the_environment() throws Exception {
        writeKey();
        here.variable("SKYFERRY_DATA_DIR", directory.toString()).variable("SKYFERRY_USER", "bob");
        assertThat(run("systems")).isZero();
        assertThat(verified(server.lastRequest().authorization()).getSubject()).isEqualTo("bob");
    }

    @Test
    void falls_back_to_the_directory_of_the_checkout() throws Exception {
        writeKey();
        here.property("skyferry.data.dir.default", directory.toString());
        assertThat(run("systems", "--user", "bob")).isZero();
        assertThat(verified(server.lastRequest().authorization()).getSubject()).isEqualTo("bob");
    }

    @Test
    void keeps_the_local_key_on_this_machine() throws IOException {
        writeKey();
        for (String elsewhere : new String[] {"http://skyferry.example.org:9080", "http://127.0.0.1.example.org"}) {
            assertThat(run("systems", "--user", "a", "--data-dir", directory.toString(), "--server", elsewhere))
                    .isEqualTo(3);
        }
        assertThat(here.err()).contains("The local key is only for a server on this machine");
    }

    @Test
    void names_both_ways_when_there_is_neither_token_nor_key() {
        here.property("skyferry.data.dir.default", directory.resolve("absent").toString());
        assertThat(run("systems", "--user", "alice")).isEqualTo(3);
        assertThat(here.err()).contains("Not signed in", "--token-file", "SKYFERRY_TOKEN", "--data-dir", "--user");
    }

    @Test
    void asks_for_a_user_when_the_local_key_is_used() throws IOException {
        writeKey();
        assertThat(run("systems", "--data-dir", directory.toString())).isEqualTo(2);
        assertThat(here.err()).contains("--user NAME");
    }

    @Test
    void does_not_make_a_key_that_is_not_there() {
        assertThat(run("systems", "--data-dir", directory.toString(), "--user", "alice"))
                .isEqualTo(3);
        assertThat(directory.resolve("local.key")).doesNotExist();
        assertThat(here.err()).contains("local.key", "--token-file");
    }

    @Test
    void does_not_act_as_somebody_else_than_asked() {
        here.variable("SKYFERRY_TOKEN", tokenOf("alice@portals"));
        assertThat(run("systems", "--user", "bob")).isEqualTo(2);
        assertThat(here.err()).contains("belongs to alice@portals, not to bob");
        assertThat(server.requests()).isEmpty();
        assertThat(run("systems", "--user", "alice")).isZero();
        assertThat(run("systems", "--user", "alice@portals")).isZero();
    }

    @Test
    void finds_the_server_that_the_data_directory_names() throws IOException {
        writeKey();
        Files.writeString(directory.resolve("server.url"), server.url() + "/\n");
        here.variable("SKYFERRY_SERVER", "").variable("SKYFERRY_USER", "bob");
        assertThat(run("systems", "--data-dir", directory.toString())).isZero();
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void prefers_the_option_to_every_other_address() {
        here.variable("SKYFERRY_TOKEN", "t")
                .variable("SKYFERRY_SERVER", "http://127.0.0.1:1")
                .variable("SKYFERRY_PUBLIC_URL", "http://127.0.0.1:1");
        assertThat(run("systems", "--server", server.url())).isZero();
    }

    @Test
    void takes_the_public_address_when_none_is_given() {
        here.variable("SKYFERRY_TOKEN", "t")
                .variable("SKYFERRY_SERVER", "")
                .variable("SKYFERRY_PUBLIC_URL", server.url());
        assertThat(run("systems")).isZero();
    }

    @Test
    void does_not_repeat_an_address_that_may_hold_a_password() {
        here.variable("SKYFERRY_TOKEN", "t");
        assertThat(run("systems", "--server", "https://alice:hunter2@example.org"))
                .isEqualTo(2);
        assertThat(here.err()).contains("address").doesNotContain("hunter2");
    }

    @Test
    void refuses_a_ca_file_without_certificates() throws IOException {
        here.variable("SKYFERRY_TOKEN", "t");
        Path pem = Files.writeString(directory.resolve("ca.pem"), "nothing");
        assertThat(run("systems", "--ca-file", pem.toString())).isEqualTo(2);
        assertThat(here.err()).contains("CA file");
    }

    private void writeKey() throws IOException {
        Files.writeString(directory.resolve("local.key"), KEY + "\n");
    }

    private JwtClaims verified(String authorization) throws Exception {
        assertThat(authorization).startsWith("Skyferry-Local ");
        return new JwtConsumerBuilder()
                .setVerificationKey(new HmacKey(HexFormat.of().parseHex(KEY)))
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, "HS256")
                .setExpectedIssuer("skyferry-local")
                .setEvaluationTime(
                        NumericDate.fromSeconds(here.get().clock().instant().getEpochSecond()))
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build()
                .processToClaims(authorization.substring("Skyferry-Local ".length()));
    }

    private static String tokenOf(String subject) {
        String claims = "{\"sub\":\"" + subject + "\"}";
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
    }
}
