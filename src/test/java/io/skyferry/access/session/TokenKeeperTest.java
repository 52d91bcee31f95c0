package io.skyferry.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.FakeTapis;
import io.skyferry.access.kit.MemoryTokens;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.oauth.IssuedTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenKeeperTest {
    private static final String TOKEN_CALL = "POST /v3/oauth2/tokens";
    private static final TokenKey KEY = TokenKey.of(AccessKit.ADA, FakeTapis.CLIENT);

    private final MovingClock clock = new MovingClock();
    private final MemoryTokens store = new MemoryTokens();
    private final ExecutorService threads = Executors.newFixedThreadPool(16);
    private FakeTapis tapis;
    private AccessKit kit;
    private TokenKeeper keeper;

    @BeforeEach
    void signIn() throws Exception {
        tapis = new FakeTapis();
        kit = new AccessKit(tapis.baseUrl(), clock);
        keeper = newServer();
        new SignIn(kit.clients(), kit.tokens(), kit.verifier(), keeper, owner -> {})
                .signIn(FakeTapis.USER, new Secret(FakeTapis.PASSWORD), java.util.Optional.empty());
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        tapis.close();
    }

    private TokenKeeper newServer() {
        return new TokenKeeper(store, kit.clients(), kit.tokens(), clock);
    }

    private StoredToken stored() {
        return store.find(KEY).orElseThrow();
    }

    @Test
    void leavesATokenAloneUntilAMinuteBeforeItsEnd() {
        StoredToken first = stored();
        clock.advance(Duration.ofHours(4).minusSeconds(62));
        assertThat(keeper.get(KEY)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(5));
        StoredToken second = keeper.get(KEY);
        assertThat(second.tokens().accessToken().reveal())
                .isNotEqualTo(first.tokens().accessToken().reveal());
        assertThat(stored()).isEqualTo(second);
        assertThat(second.tokens().refreshToken().orElseThrow().reveal())
                .as("the new refresh token is kept")
                .isNotEqualTo(first.tokens().refreshToken().orElseThrow().reveal());
    }

    @Test
    void renewsShortLivedTokensInTheLastQuarter() {
        tapis.accessLife(Duration.ofSeconds(40));
        clock.advance(Duration.ofHours(5));
        StoredToken shortLived = keeper.get(KEY);
        clock.advance(Duration.ofSeconds(29));
        assertThat(keeper.get(KEY)).isEqualTo(shortLived);
        clock.advance(Duration.ofSeconds(2));
        assertThat(keeper.get(KEY).version()).isGreaterThan(shortLived.version());
    }

    @Test
    void renewsOnceForAllWhoAskAtOneTime() throws Exception {
        clock.advance(Duration.ofHours(5));
        Set<String> tokens =
                atOneTime(() -> keeper.get(KEY).tokens().accessToken().reveal());
        assertThat(tokens).hasSize(1);
        assertThat(tapis.count(TOKEN_CALL)).isEqualTo(2);
    }

    @Test
    void replacesARejectedTokenOnceForAllWhoSawItRejected() throws Exception {
        TapisSession session = session();
        String rejected = session.token();
        Set<String> tokens = atOneTime(() -> session.tokenInsteadOf(rejected));
        assertThat(tokens).hasSize(1).doesNotContain(rejected);
        assertThat(tapis.count(TOKEN_CALL)).isEqualTo(2);
        assertThat(session.token()).isIn(tokens);
    }

    @Test
    void givesAllWaitersTheOneFailure() throws Exception {
        clock.advance(Duration.ofHours(5));
        tapis.answerTokens(new FakeTapis.Canned(503, "text/html", "<h1>busy</h1>"));
        Set<String> answers = atOneTime(() -> catchThrowableOfType(Failure.class, () -> keeper.get(KEY))
                .code()
                .name());
        assertThat(answers).containsExactly("TAPIS_BUSY");
        assertThat(tapis.count(TOKEN_CALL)).isEqualTo(2);
        tapis.answerTokens(null);
        clock.advance(Duration.ofSeconds(4));
        assertThat(keeper.get(KEY).isValidAt(clock.instant())).isTrue();
    }

    @Test
    void usesWhatAnotherServerRenewedMeanwhile() {
        StoredToken seen = stored();
        StoredToken others = newServer().renewed(seen);
        assertThat(keeper.renewed(seen)).isEqualTo(others);
        assertThat(tapis.count(TOKEN_CALL)).isEqualTo(2);
    }

    @Test
    void takesTheOtherServersTokenWhenBothRenewedAtOneTime() {
        StoredToken seen = stored();
        TokenKeeper other = newServer();
        List<StoredToken> winner = new ArrayList<>();
        tapis.beforeTokens(() -> {
            tapis.beforeTokens(() -> {});
            winner.add(other.renewed(seen));
        });
        assertThat(keeper.renewed(seen)).isEqualTo(winner.get(0)).isEqualTo(stored());
        assertThat(tapis.count(TOKEN_CALL)).isEqualTo(3);
    }

    @Test
    void revokesWhatCameAfterTheUserSignedOut() {
        tapis.beforeTokens(() -> store.delete(KEY));
        assertThat(codeOf(() -> keeper.renewed(stored()))).isEqualTo(ErrorCode.NO_TAPIS_TOKEN);
        assertThat(store.find(KEY)).isEmpty();
        assertThat(tapis.revoked()).hasSize(2);
    }

    @Test
    void usesAValidTokenWhileItCannotBeRenewed() {
        clock.advance(Duration.ofHours(4).minusSeconds(30));
        StoredToken present = stored();
        tapis.close();
        assertThat(keeper.get(KEY)).isEqualTo(present);
        clock.advance(Duration.ofSeconds(31));
        assertThat(codeOf(() -> keeper.get(KEY))).isEqualTo(ErrorCode.TAPIS_UNREACHABLE);
    }

    @Test
    void saysTokenExpiredWhenTapisRefusesTheRefreshToken() {
        tapis.rotateKey();
        clock.advance(Duration.ofHours(5));
        assertThat(codeOf(() -> keeper.get(KEY))).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void saysTokenExpiredWithoutAskingWhenTheRefreshTokenIsOver() {
        clock.advance(Duration.ofDays(366));
        assertThat(codeOf(() -> keeper.get(KEY))).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        assertThat(tapis.count(TOKEN_CALL)).isEqualTo(1);
    }

    @Test
    void keepsTheOldRefreshTokenWhenNoNewOneComes() {
        StoredToken seen = stored();
        String body =
                "{\"status\":\"success\",\"result\":{\"access_token\":{\"access_token\":\"new\",\"expires_in\":60}}}";
        tapis.answerTokens(new FakeTapis.Canned(200, "application/json", body));
        IssuedTokens renewed = keeper.renewed(seen).tokens();
        assertThat(renewed.accessToken().reveal()).isEqualTo("new");
        assertThat(renewed.refreshToken()).isEqualTo(seen.tokens().refreshToken());
    }

    @Test
    void noticesASignOutInRunningWorkWithinSeconds() {
        TapisSession session = session();
        session.token();
        store.delete(KEY);
        clock.advance(Duration.ofSeconds(6));
        assertThat(codeOf(session::token)).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    private TapisSession session() {
        return new OwnerSessions(store, keeper, kit.clients(), kit.tenants(), clock).forOwner(AccessKit.ADA);
    }

    private static ErrorCode codeOf(Runnable call) {
        Failure failure = catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).isNotNull();
        return failure.code();
    }

    private Set<String> atOneTime(Callable<String> call) throws Exception {
        CountDownLatch allHere = new CountDownLatch(16);
        Callable<String> together = () -> {
            allHere.countDown();
            allHere.await();
            return call.call();
        };
        List<Future<String>> answers = threads.invokeAll(Collections.nCopies(16, together));
        List<String> values = new ArrayList<>();
        for (Future<String> answer : answers) {
            values.add(answer.get());
        }
        return values.stream().collect(Collectors.toSet());
    }
}
