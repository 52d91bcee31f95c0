package io.skyferry.access.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.FakeTapis;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TokenMint;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TapisTokenVerifierTest {
    private static final String TENANT_CALL = "GET /v3/tenants/" + FakeTapis.TENANT;

    private final MovingClock clock = new MovingClock();
    private FakeTapis tapis;
    private TapisTokenVerifier verifier;

    @BeforeEach
    void start() throws Exception {
        tapis = new FakeTapis();
        verifier = new AccessKit(tapis.baseUrl(), clock).verifier();
    }

    @AfterEach
    void stop() {
        tapis.close();
    }

    @Test
    void believesTheTenantsOwnTokenAndFetchesItsKeyOnce() {
        for (int i = 0; i < 5; i++) {
            VerifiedToken verified = verifier.verify(new Secret(tapis.mint().sign(good(claims -> {}))));
            assertThat(verified.owner()).isEqualTo(AccessKit.ADA);
            assertThat(verified.claims()).containsEntry("tapis/username", FakeTapis.USER);
        }
        assertThat(tapis.count(TENANT_CALL)).isEqualTo(1);
    }

    private JwtClaims good(java.util.function.Consumer<JwtClaims> change) {
        return tapis.mint().claims(change);
    }

    record Spoiled(String what, java.util.function.Consumer<JwtClaims> change) {
        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Spoiled> wrongClaims() {
        NumericDate later =
                NumericDate.fromSeconds(Instant.now().plusSeconds(3600).getEpochSecond());
        return Stream.of(
                new Spoiled("no exp", claims -> claims.unsetClaim("exp")),
                new Spoiled("exp as text", claims -> claims.setClaim("exp", "4102444800")),
                new Spoiled("nbf to come", claims -> claims.setNotBefore(later)),
                new Spoiled("refresh token", claims -> claims.setClaim("tapis/token_type", "refresh")),
                new Spoiled("no token type", claims -> claims.unsetClaim("tapis/token_type")),
                new Spoiled("service account", claims -> claims.setClaim("tapis/account_type", "service")),
                new Spoiled("delegated", claims -> claims.setClaim("tapis/delegation", true)),
                new Spoiled("delegation as text", claims -> claims.setClaim("tapis/delegation", "false")),
                new Spoiled("another issuer", claims -> claims.setIssuer("https://evil.example/v3/tokens")),
                new Spoiled("no issuer", claims -> claims.unsetClaim("iss")),
                new Spoiled("another subject", claims -> claims.setSubject("root@" + FakeTapis.TENANT)),
                new Spoiled("another tenant's subject", claims -> claims.setSubject("ada@portals")),
                new Spoiled("no user name", claims -> claims.unsetClaim("tapis/username")),
                new Spoiled("another tenant", claims -> claims.setClaim("tapis/tenant_id", "portals")),
                new Spoiled("tenant is a path", claims -> claims.setClaim("tapis/tenant_id", "../sandbox")),
                new Spoiled("tenant is no text", claims -> claims.setClaim("tapis/tenant_id", List.of("sandbox"))),
                new Spoiled("line feed in the name", claims -> {
                    claims.setClaim("tapis/username", "ada\nroot");
                    claims.setSubject("ada\nroot@" + FakeTapis.TENANT);
                }));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void refusesClaimsThatAreNotThoseOfAUsersAccessToken(Spoiled spoiled) {
        assertThat(refusal(tapis.mint().sign(good(spoiled.change())))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void saysThatATokenHasExpiredOnlyWhenItWasGenuine() {
        String token = tapis.mint().sign(good(claims -> {}));
        clock.advance(Duration.ofMinutes(11));
        assertThat(refusal(token)).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        assertThat(refusal(forged(good(claims -> {})))).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void endsATokensLifeInTheVerySecondInWhichTapisDoes() {
        Instant expiry = Instant.now().plusSeconds(100);
        String token = tapis.mint().access(FakeTapis.USER, expiry);
        verifier.verify(new Secret(token));
        clock.advance(Duration.between(clock.instant(), Instant.ofEpochSecond(expiry.getEpochSecond())));
        assertThat(refusal(token)).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void refusesOtherAlgorithmsWithoutAskingAnybody() {
        JwtClaims claims = good(any -> {});
        byte[] publicPem = tapis.mint().publicKeyPem().getBytes(StandardCharsets.UTF_8);
        byte[] publicDer = tapis.mint().publicKey().getEncoded();
        assertThat(refusal(TokenMint.sign(claims, "none", null, Map.of()))).isEqualTo(ErrorCode.INVALID_TOKEN);
        for (byte[] key : List.of(publicPem, publicDer)) {
            String confused = TokenMint.sign(claims, "HS256", new SecretKeySpec(key, "HmacSHA256"), Map.of());
            assertThat(refusal(confused)).isEqualTo(ErrorCode.INVALID_TOKEN);
        }
        assertThat(tapis.requests()).isEmpty();
    }

    @Test
    void neverUsesOrFetchesAKeyThatTheTokenNames() throws Exception {
        AtomicInteger fetches = new AtomicInteger();
        HttpServer evil = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        evil.createContext("/", exchange -> {
            fetches.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        evil.start();
        try {
            String url = "http://127.0.0.1:" + evil.getAddress().getPort() + "/keys";
            TokenMint other = new TokenMint(tapis.issuer());
            Map<String, Object> jwk = PublicJsonWebKey.Factory.newPublicJwk(other.publicKey())
                    .toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            for (Map<String, Object> header : List.<Map<String, Object>>of(
                    Map.of("jku", url), Map.of("x5u", url), Map.of("jwk", jwk), Map.of("kid", url))) {
                assertThat(refusal(other.sign(good(any -> {}), header))).isEqualTo(ErrorCode.INVALID_TOKEN);
            }
            assertThat(refusal(tapis.mint().sign(good(any -> {}), Map.of("jku", url))))
                    .isEqualTo(ErrorCode.INVALID_TOKEN);
            assertThat(fetches).hasValue(0);
        } finally {
            evil.stop(0);
        }
    }

    @Test
    void refusesWhatIsNoToken() {
        String good = tapis.mint().sign(good(any -> {}));
        String[] parts = good.split("\\.");
        String list = Base64.getUrlEncoder().withoutPadding().encodeToString("[1]".getBytes(StandardCharsets.UTF_8));
        for (String text : List.of(
                "",
                "x",
                "..",
                "a.b.c",
                "{}",
                good + "." + good,
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + list + "." + parts[2],
                list + "." + parts[1] + "." + parts[2],
                parts[0] + "." + parts[1] + "." + "A".repeat(parts[2].length()),
                "x".repeat(1 << 20))) {
            assertThat(refusal(text)).isEqualTo(ErrorCode.INVALID_TOKEN);
        }
    }

    @Test
    void asksATenantOnceForAThousandUnknownKeyIdsAtOneTime() throws Exception {
        verifier.verify(new Secret(tapis.mint().sign(good(any -> {}))));
        clock.advance(Duration.ofSeconds(61));
        TokenMint forger = new TokenMint(tapis.issuer());
        List<Callable<ErrorCode>> attempts = IntStream.range(0, 1000)
                .<Callable<ErrorCode>>mapToObj(i ->
                        () -> refusal(forger.sign(good(any -> {}), Map.of("kid", "unknown-" + i))))
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            for (var answer : threads.invokeAll(attempts)) {
                assertThat(answer.get()).isEqualTo(ErrorCode.INVALID_TOKEN);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tapis.count(TENANT_CALL)).isEqualTo(2);
    }

    @Test
    void takesANewKeyWithOneFetchAndThenRefusesTheOldOne() {
        String old = tapis.mint().sign(good(any -> {}));
        verifier.verify(new Secret(old));
        clock.advance(Duration.ofSeconds(61));
        String fresh = tapis.rotateKey().sign(good(any -> {}));
        assertThat(verifier.verify(new Secret(fresh)).owner()).isEqualTo(AccessKit.ADA);
        assertThat(tapis.count(TENANT_CALL)).isEqualTo(2);
        assertThat(refusal(old)).isEqualTo(ErrorCode.INVALID_TOKEN);
    }

    @Test
    void saysThatTapisIsDownInsteadOfRefusingTheToken() {
        String token = tapis.mint().sign(good(any -> {}));
        tapis.close();
        assertThat(refusal(token)).isEqualTo(ErrorCode.TAPIS_UNREACHABLE);
    }

    @Test
    void asksATenantThatIsDownOnlyEveryFiveSeconds() {
        String token = tapis.mint().sign(good(any -> {}));
        tapis.answerTenant(new FakeTapis.Canned(500, "text/html", "<h1>down</h1>"));
        for (int i = 0; i < 100; i++) {
            assertThat(refusal(token)).isEqualTo(ErrorCode.TAPIS_ERROR);
        }
        assertThat(tapis.count(TENANT_CALL)).isEqualTo(1);
        tapis.answerTenant(null);
        clock.advance(Duration.ofSeconds(6));
        assertThat(verifier.verify(new Secret(token)).owner()).isEqualTo(AccessKit.ADA);
    }

    @Test
    void goesOnWithAKeyThatItKnowsWhileTapisIsDown() {
        String token = tapis.mint().access(FakeTapis.USER, Instant.now().plus(Duration.ofHours(4)));
        verifier.verify(new Secret(token));
        tapis.close();
        clock.advance(Duration.ofHours(2));
        assertThat(verifier.verify(new Secret(token)).owner()).isEqualTo(AccessKit.ADA);
    }

    private String forged(JwtClaims claims) {
        return new TokenMint(tapis.issuer()).sign(claims);
    }

    private ErrorCode refusal(String token) {
        Failure failure = catchThrowableOfType(Failure.class, () -> verifier.verify(new Secret(token)));
        assertThat(failure).as("not refused").isNotNull();
        return failure.code();
    }
}
