package io.skyferry.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.FakeTapis;
import io.skyferry.access.kit.MemoryTokens;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.identity.Role;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.TapisSessions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnerSessionsTest {
    private static final TokenKey KEY = TokenKey.of(AccessKit.ADA, FakeTapis.CLIENT);

    private final MovingClock clock = new MovingClock();
    private final MemoryTokens store = new MemoryTokens();
    private FakeTapis tapis;
    private AccessKit kit;
    private SignIn signIn;
    private OwnTokens ownTokens;
    private TapisSessions sessions;

    @BeforeEach
    void start() throws Exception {
        tapis = new FakeTapis();
        kit = new AccessKit(tapis.baseUrl(), clock);
        TokenKeeper keeper = new TokenKeeper(store, kit.clients(), kit.tokens(), clock);
        signIn = new SignIn(kit.clients(), kit.tokens(), kit.verifier(), keeper, owner -> {});
        ownTokens = new OwnTokens(store, keeper, kit.clients(), kit.tenants(), kit.tokens());
        sessions = new OwnerSessions(store, keeper, kit.clients(), kit.tenants(), clock);
    }

    @AfterEach
    void stop() {
        tapis.close();
    }

    private void signIn() {
        signIn.signIn(FakeTapis.USER, new Secret(FakeTapis.PASSWORD), Optional.empty());
    }

    private static Caller caller(Optional<String> token) {
        return new Caller(AccessKit.ADA, Set.of(Role.USER), token.map(Secret::new));
    }

    @Test
    void speaksForAnOwnerWithHisStoredToken() {
        signIn();
        TapisSession session = sessions.forOwner(AccessKit.ADA);
        assertThat(session.owner()).isEqualTo(AccessKit.ADA);
        assertThat(session.baseUrl()).isEqualTo(tapis.baseUrl());
        assertThat(session.token())
                .isEqualTo(store.find(KEY).orElseThrow().tokens().accessToken().reveal());
    }

    @Test
    void hasNoSessionForOwnersWithoutAStoredToken() {
        signIn();
        assertThat(codeOf(() -> sessions.forOwner(new Owner("grace", FakeTapis.TENANT))))
                .isEqualTo(ErrorCode.NO_TAPIS_TOKEN);
        assertThat(codeOf(() -> sessions.forOwner(new Owner("ada", "portals")))).isEqualTo(ErrorCode.NO_TAPIS_TOKEN);
    }

    @Test
    void speaksWithTheTokenOfTheNamedClientOnly() {
        assertThat(codeOf(() -> sessions.forOwner(AccessKit.ADA, FakeTapis.CLIENT)))
                .isEqualTo(ErrorCode.NO_TAPIS_TOKEN);
        signIn();
        assertThat(sessions.forOwner(AccessKit.ADA, FakeTapis.CLIENT).token())
                .isEqualTo(store.find(KEY).orElseThrow().tokens().accessToken().reveal());
        assertThat(codeOf(() -> sessions.forOwner(AccessKit.ADA, "other"))).isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
    }

    @Test
    void prefersTheStoredTokenOfACaller() {
        signIn();
        assertThat(sessions.forCaller(caller(Optional.of("presented"))).token()).isNotEqualTo("presented");
    }

    @Test
    void fallsBackToThePresentedTokenWhenTheStoredOneIsOver() {
        TapisSession before = sessions.forCaller(caller(Optional.of("presented")));
        assertThat(before.token()).isEqualTo("presented");
        assertThat(codeOf(() -> before.tokenInsteadOf("presented"))).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        signIn();
        clock.advance(Duration.ofDays(400));
        assertThat(sessions.forCaller(caller(Optional.of("presented"))).token()).isEqualTo("presented");
        assertThat(codeOf(() -> sessions.forCaller(caller(Optional.empty())))).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void saysNoTapisTokenWhenThereIsNeither() {
        assertThat(codeOf(() -> sessions.forCaller(caller(Optional.empty())))).isEqualTo(ErrorCode.NO_TAPIS_TOKEN);
    }

    @Test
    void refusesAWrongPasswordAndStoresNothing() {
        assertThat(codeOf(() -> signIn.signIn(FakeTapis.USER, new Secret("wrong"), Optional.empty())))
                .isEqualTo(ErrorCode.SIGN_IN_REFUSED);
        assertThat(store.list(AccessKit.ADA)).isEmpty();
    }

    @Test
    void knowsNoOtherClientThanTheConfiguredOne() {
        assertThat(codeOf(() -> signIn.signIn(FakeTapis.USER, new Secret("x"), Optional.of("other"))))
                .isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
        assertThat(codeOf(() -> new OAuthClients(List.of()).getFirst())).isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
        assertThat(tapis.requests()).isEmpty();
    }

    @Test
    void storesNoTokenThatItsTenantDoesNotVouchFor() {
        String body = "{\"result\":{\"access_token\":{\"access_token\":\""
                + new io.skyferry.access.kit.TokenMint(tapis.issuer())
                        .access("root", clock.instant().plusSeconds(600))
                + "\",\"expires_in\":600}}}";
        tapis.answerTokens(new FakeTapis.Canned(200, "application/json", body));
        assertThat(codeOf(this::signIn)).isEqualTo(ErrorCode.TAPIS_UNEXPECTED_ANSWER);
        assertThat(store.list(new Owner("root", FakeTapis.TENANT))).isEmpty();
    }

    @Test
    void revokesBothTokensAtTapisAndForgetsThem() {
        signIn();
        ownTokens.revoke(AccessKit.ADA, FakeTapis.CLIENT);
        assertThat(tapis.revoked()).hasSize(2);
        assertThat(store.find(KEY)).isEmpty();
        assertThat(codeOf(() -> ownTokens.revoke(AccessKit.ADA, FakeTapis.CLIENT)))
                .isEqualTo(ErrorCode.NO_TAPIS_TOKEN);
        assertThat(codeOf(() -> ownTokens.revoke(AccessKit.ADA, "other"))).isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
    }

    @Test
    void forgetsTokensEvenWhenTapisIsDown() {
        signIn();
        tapis.close();
        ownTokens.revoke(AccessKit.ADA, FakeTapis.CLIENT);
        assertThat(store.find(KEY)).isEmpty();
    }

    private static ErrorCode codeOf(Runnable call) {
        Failure failure = catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).isNotNull();
        return failure.code();
    }
}
