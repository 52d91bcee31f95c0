package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.cli.fake.ConnectProxy;
import io.skyferry.cli.fake.FakeSkyferry;
import io.skyferry.cli.fake.PrivateAuthority;
import io.skyferry.cli.fake.TestSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to a server that is not next door: through a proxy, behind a private certificate authority. */
class RouteTest {
    private static final String ME = "{'success':true,'user':'ada@portals','roles':['user']}";
    /** {@code us:pa%s:word} in Base64. */
    private static final String ACCOUNT = "Basic dXM6cGElczp3b3Jk";

    @TempDir
    private static Path directory;

    private static PrivateAuthority authority;
    private static FakeSkyferry secure;
    private static FakeSkyferry plain;

    private final TestSurroundings here = new TestSurroundings().variable("SKYFERRY_TOKEN", "tapis-token");
    private ConnectProxy proxy = new ConnectProxy(secure.port(), "");

    @BeforeAll
    static void open() throws IOException, GeneralSecurityException {
        authority = PrivateAuthority.in(directory);
        secure = new FakeSkyferry(authority.context()).on("GET /api/skyferry/me", ME);
        plain = new FakeSkyferry().on("GET /api/skyferry/me", ME);
    }

    @AfterAll
    static void close() {
        secure.close();
        plain.close();
    }

    @AfterEach
    void closeProxy() throws IOException {
        proxy.close();
    }

    private int me(String... more) {
        String[] all = new String[more.length + 1];
        all[0] = "me";
        System.arraycopy(more, 0, all, 1, more.length);
        return Skyferry.run(here.get(), all);
    }

    private String proxyUrl() {
        return "http://127.0.0.1:" + proxy.port();
    }

    @Test
    void trusts_the_given_authority_and_nobody_else() {
        here.variable("SKYFERRY_SERVER", secure.url());
        assertThat(me("--ca-file", authority.pem().toString())).as(here.err()).isZero();
        assertThat(me()).isEqualTo(7);
        here.variable("SKYFERRY_CA_FILE", authority.pem().toString());
        assertThat(me()).isZero();
    }

    @Test
    void says_which_file_is_no_authority() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.pem"));
        assertThat(me("--server", secure.url(), "--ca-file", empty.toString())).isEqualTo(2);
        assertThat(me("--server", secure.url(), "--ca-file", "/no/such")).isEqualTo(2);
        assertThat(here.err()).contains("empty.pem", "/no/such");
    }

    @Test
    void tunnels_through_a_proxy() {
        assertThat(me("--server=https://skyferry.test:8443", "--ca-file=" + authority.pem(), "--proxy=" + proxyUrl()))
                .as(here.err())
                .isZero();
        assertThat(proxy.heads()).singleElement().asString().startsWith("CONNECT skyferry.test:8443 ");
        assertThat(proxy.heads().get(0)).doesNotContain("tapis-token");
        assertThat(here.out()).contains("ada@portals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https_proxy", "HTTPS_PROXY", "all_proxy"})
    void takes_the_proxy_of_the_environment(String variable) {
        here.variable(variable, "127.0.0.1:" + proxy.port());
        assertThat(me("--server=https://skyferry.test", "--ca-file=" + authority.pem()))
                .isZero();
        assertThat(proxy.heads()).hasSize(1);
    }

    @Test
    void checks_the_name_in_the_certificate_behind_a_proxy_too() {
        assertThat(me("--server=https://other.test", "--ca-file=" + authority.pem(), "--proxy=" + proxyUrl()))
                .isEqualTo(7);
    }

    @Test
    void tells_its_account_to_the_proxy_only() throws IOException {
        proxy.close();
        proxy = new ConnectProxy(plain.port(), ACCOUNT);
        here.variable("http_proxy", "http://us:pa%25s:word@127.0.0.1:" + proxy.port());
        assertThat(me("--server=http://skyferry.test")).as(here.err()).isZero();
        assertThat(proxy.heads()).last().asString().contains(ACCOUNT, "GET http://skyferry.test");
        assertThat(here.out() + here.err()).doesNotContain("word");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "skyferry.test false",
                ".test false",
                "a.test,*.test false",
                "* false",
                "skyferry.test:443 false",
                "skyferry.test:80 true",
                "ferry.test true",
                "other.test true"
            })
    void leaves_the_proxy_out_for_the_excepted(String list, boolean used) {
        here.variable("https_proxy", proxyUrl()).variable("no_proxy", list);
        assertThat(me("--server=https://skyferry.test", "--ca-file=" + authority.pem()))
                .isEqualTo(used ? 0 : 7);
        assertThat(proxy.heads()).hasSize(used ? 1 : 0);
    }

    @Test
    void goes_straight_when_told_so_and_to_this_machine() {
        here.variable("https_proxy", proxyUrl());
        assertThat(me("--server=https://skyferry.test", "--proxy=none")).isEqualTo(7);
        assertThat(me("--server=" + secure.url(), "--ca-file=" + authority.pem(), "--proxy=" + proxyUrl()))
                .isZero();
        assertThat(proxy.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://127.0.0.1:1080", "https://p:1", "http://", "http://u:s3cret@ x"})
    void refuses_what_is_no_http_proxy(String address) {
        assertThat(me("--server=https://skyferry.test", "--proxy=" + address)).isEqualTo(2);
        assertThat(here.err()).contains("http://host:port").doesNotContain("s3cret");
    }
}
