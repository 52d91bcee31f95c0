package io.skyferry.access.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.browser.BrowserCookies;
import io.skyferry.access.browser.BrowserKit;
import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.FakeTapis;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TokenMint;
import io.skyferry.access.token.LocalTokenVerifier;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Role;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdentityTest {
    private static final byte[] KEY = new byte[32];

    private static final URI SITE = URI.create("https://ferry.example.org");
    private static final String COOKIE = "__Host-skyferry_session=";

    private final MovingClock clock = new MovingClock();
    private final BrowserKit browsers = new BrowserKit(clock);
    private final BrowserSessions sessions = browsers.sessions();
    private FakeTapis tapis;
    private String good;
    private RequestIdentity identity;

    @BeforeEach
    void start() throws Exception {
        tapis = new FakeTapis();
        good = tapis.mint().access(FakeTapis.USER, clock.instant().plusSeconds(600));
        identity = identity(new Roles(Set.of(), Set.of()));
    }

    @AfterEach
    void stop() {
        tapis.close();
        browsers.close();
    }

    private RequestIdentity identity(Roles roles) {
        AccessKit kit = new AccessKit(tapis.baseUrl(), clock);
        LocalTokenVerifier local = new LocalTokenVerifier(KEY, kit.tenants(), FakeTapis.TENANT, clock);
        return new RequestIdentity(kit.verifier(), local, sessions, new BrowserCookies(SITE), roles);
    }

    private record Sent(String method, String remoteAddress, List<Map.Entry<String, String>> all)
            implements IncomingRequest {
        static Sent from(String address, String... headers) {
            List<Map.Entry<String, String>> all = new ArrayList<>();
            for (int i = 0; i < headers.length; i += 2) {
                all.add(Map.entry(headers[i], headers[i + 1]));
            }
            return new Sent("POST", address, all);
        }

        @Override
        public String method() {
            return method;
        }

        @Override
        public List<String> headers(String name) {
            return all.stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private ApiPrincipal principal(String... headers) {
        return identity.find(Sent.from("127.0.0.1", headers)).orElseThrow();
    }

    private ErrorCode refusal(IncomingRequest request) {
        Failure failure = catchThrowableOfType(Failure.class, () -> identity.find(request));
        assertThat(failure).as("not refused").isNotNull();
        return failure.code();
    }

    private static String local(String subject, Consumer<JwtClaims> change) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("skyferry-local");
        claims.setSubject(subject);
        claims.setJwtId("1");
        claims.setExpirationTime(NumericDate.fromSeconds(NumericDate.now().getValue() + 60));
        change.accept(claims);
        return "Skyferry-Local " + TokenMint.sign(claims, "HS256", new SecretKeySpec(KEY, "HmacSHA256"), Map.of());
    }

    @Test
    void takesBothHeadersForATapisToken() {
        for (ApiPrincipal principal : List.of(
                principal("Authorization", "Bearer " + good),
                principal("authorization", "bearer   " + good),
                principal("X-Tapis-Token", good),
                principal("Authorization", "Bearer " + good, "X-Tapis-Token", good))) {
            Caller caller = principal.caller();
            assertThat(caller.owner()).isEqualTo(AccessKit.ADA);
            assertThat(caller.roles()).containsExactly(Role.USER);
            assertThat(caller.presentedToken().orElseThrow().reveal()).isEqualTo(good);
        }
    }

    @Test
    void givesResourcesTheClaimsButPrintsNone() {
        ApiPrincipal principal = principal("X-Tapis-Token", good);
        assertThat(principal.getName()).isEqualTo("ada@sandbox");
        assertThat(principal.<String>getClaim("tapis/tenant_id")).isEqualTo(FakeTapis.TENANT);
        assertThat(principal.getExpirationTime()).isPositive();
        assertThat(principal.getRawToken()).isEqualTo(good);
        assertThat(principal.toString()).doesNotContain("eyJ");
    }

    @Test
    void hasNoIdentityForRequestsWithoutProof() {
        assertThat(identity.find(Sent.from("127.0.0.1"))).isEmpty();
        assertThat(identity.find(Sent.from("127.0.0.1", "Authorization", "Basic YTpi")))
                .isEmpty();
        assertThat(identity.find(Sent.from("127.0.0.1", "Authorization", "Bearerish x")))
                .isEmpty();
    }

    @Test
    void refusesAmbiguousRequests() {
        String other = tapis.mint().access("grace", clock.instant().plusSeconds(600));
        assertThat(refusal(Sent.from("127.0.0.1", "Authorization", "Bearer " + good, "X-Tapis-Token", other)))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(
                        Sent.from("127.0.0.1", "Authorization", "Bearer " + good, "Authorization", "Bearer " + other)))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(Sent.from("127.0.0.1", "Authorization", "Bearer"))).isEqualTo(ErrorCode.INVALID_TOKEN);
        assertThat(refusal(Sent.from("127.0.0.1", "X-Tapis-Token", ""))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void givesRolesByTheSettings() {
        identity = identity(new Roles(Set.of("ada@sandbox"), Set.of()));
        assertThat(principal("X-Tapis-Token", good).caller().isAdministrator()).isTrue();
        identity = identity(new Roles(Set.of("ada@portals"), Set.of("ada@sandbox")));
        Caller operator = principal("X-Tapis-Token", good).caller();
        assertThat(operator.isOperator()).isTrue();
        assertThat(operator.isAdministrator()).isFalse();
        assertThat(principal("X-Tapis-Token", good).getGroups()).containsExactlyInAnyOrder("user", "operator");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.9.9.9", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void letsTheCommandLineActAsAnOwnerFromTheHostItself(String address) {
        IncomingRequest request = Sent.from(address, "Authorization", local("grace", any -> {}));
        Caller caller = identity.find(request).orElseThrow().caller();
        assertThat(caller.owner()).hasToString("grace@sandbox");
        assertThat(caller.isAdministrator()).isTrue();
        assertThat(caller.presentedToken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "10.0.0.1", "::2", "2001:db8::1", "localhost", "", "127.0.0.1.example.org"})
    void refusesTheCommandLinesTokenFromAnywhereElse(String address) {
        assertThat(refusal(Sent.from(address, "Authorization", local("ada", any -> {}))))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "x-forwarded-host", "X-Real-IP", "Via"})
    void refusesTheCommandLinesTokenThroughAProxy(String header) {
        assertThat(refusal(Sent.from("127.0.0.1", "Authorization", local("ada", any -> {}), header, "127.0.0.1")))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void refusesWrongLocalTokens() {
        long now = NumericDate.now().getValue();
        List<String> wrong = List.of(
                local("ada", claims -> claims.setIssuer("other")),
                local("ada", claims -> claims.unsetClaim("jti")),
                local("ada", claims -> claims.unsetClaim("exp")),
                local("ada", claims -> claims.setExpirationTime(NumericDate.fromSeconds(now + 180))),
                local("ada@portals", any -> {}),
                local("ada@", any -> {}),
                local("ada", any -> {}) + "x",
                "Skyferry-Local " + good,
                "Skyferry-Local " + tapis.mint().sign(new JwtClaims()));
        for (String header : wrong) {
            assertThat(refusal(Sent.from("127.0.0.1", "Authorization", header))).isEqualTo(ErrorCode.INVALID_TOKEN);
        }
        String over = local("ada", claims -> claims.setExpirationTime(NumericDate.fromSeconds(now - 1)));
        assertThat(refusal(Sent.from("127.0.0.1", "Authorization", over))).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void takesNoLocalTokenAsATapisToken() {
        String token = local("ada", any -> {}).substring("Skyferry-Local ".length());
        assertThat(refusal(Sent.from("127.0.0.1", "Authorization", "Bearer " + token)))
                .isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    private IncomingRequest browser(String method, String... headers) {
        Sent sent = Sent.from("192.0.2.7", headers);
        List<Map.Entry<String, String>> all = new ArrayList<>(sent.all());
        all.add(Map.entry(
                "Cookie", "other=1; " + COOKIE + sessions.open(AccessKit.ADA).reveal()));
        return new Sent(method, sent.remoteAddress(), all);
    }

    @Test
    void takesTheCookieOfABrowserSession() {
        ApiPrincipal principal = identity.find(browser("GET")).orElseThrow();
        assertThat(principal.caller().owner()).isEqualTo(AccessKit.ADA);
        assertThat(principal.caller().presentedToken()).isEmpty();
        assertThat(principal.getSubject()).isEqualTo("ada@sandbox");
    }

    @Test
    void takesNoCookieThatIsOverOrUnknownOrThereTwice() {
        String id = sessions.open(AccessKit.ADA).reveal();
        assertThat(identity.find(reading(COOKIE + id))).isPresent();
        assertThat(identity.find(reading(COOKIE + id + "; " + COOKIE + "x"))).isEmpty();
        assertThat(identity.find(reading(COOKIE + "x".repeat(43)))).isEmpty();
        assertThat(identity.find(reading("skyferry_session=" + id))).isEmpty();
        sessions.close(new Secret(id));
        assertThat(identity.find(reading(COOKIE + id))).isEmpty();
    }

    private static IncomingRequest reading(String cookies) {
        return new Sent("GET", "192.0.2.7", List.of(Map.entry("Cookie", cookies)));
    }

    @Test
    void refusesChangesThatAnotherSiteSendsWithTheCookie() {
        for (String method : List.of("POST", "PUT", "DELETE", "PATCH", "post")) {
            assertThat(refusal(browser(method))).isEqualTo(ErrorCode.OTHER_SITE);
            assertThat(refusal(browser(method, "Origin", "https://evil.example")))
                    .isEqualTo(ErrorCode.OTHER_SITE);
            assertThat(refusal(browser(method, "Origin", "null"))).isEqualTo(ErrorCode.OTHER_SITE);
            assertThat(refusal(browser(method, "Origin", "http://ferry.example.org")))
                    .isEqualTo(ErrorCode.OTHER_SITE);
            assertThat(refusal(browser(method, "Origin", "https://ferry.example.org.evil.example")))
                    .isEqualTo(ErrorCode.OTHER_SITE);
            assertThat(refusal(browser(method, "Sec-Fetch-Site", "cross-site", "Origin", SITE.toString())))
                    .isEqualTo(ErrorCode.OTHER_SITE);
            assertThat(refusal(browser(method, "Sec-Fetch-Site", "same-site"))).isEqualTo(ErrorCode.OTHER_SITE);
            assertThat(refusal(browser(method, "Sec-Fetch-Site", "none", "X-Skyferry-Request", "1")))
                    .isEqualTo(ErrorCode.OTHER_SITE);
        }
    }

    @Test
    void allowsChangesFromOurOwnPage() {
        assertThat(identity.find(browser("POST", "Sec-Fetch-Site", "same-origin")))
                .isPresent();
        assertThat(identity.find(browser("POST", "Origin", "https://ferry.example.org")))
                .isPresent();
        assertThat(identity.find(browser("POST", "X-Skyferry-Request", "1"))).isPresent();
        assertThat(identity.find(browser("GET", "Sec-Fetch-Site", "cross-site")))
                .isPresent();
    }
}
