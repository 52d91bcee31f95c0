package io.skyferry.access.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.access.client.KnownTenants;
import io.skyferry.access.client.OAuthClients;
import io.skyferry.access.kit.MemoryTokens;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.session.SignIn;
import io.skyferry.access.session.TokenKeeper;
import io.skyferry.access.token.TapisTokenVerifier;
import io.skyferry.access.token.TenantKeys;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.tapis.oauth.TapisMetadata;
import io.skyferry.tapis.oauth.TapisTenants;
import io.skyferry.tapis.oauth.TapisTokens;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInFlowTest {
    private static final Owner ADA = new Owner("ada", "sandbox");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private final MovingClock clock = new MovingClock();
    private final BrowserKit kit = new BrowserKit(clock);
    private final MemoryTokens store = new MemoryTokens();
    private final List<Owner> told = new ArrayList<>();
    private final Visitor visitor = new Visitor();
    private TapisSandbox tapis;
    private SignInFlow flow;

    @BeforeEach
    void start() throws Exception {
        tapis = SandboxWorld.start(directory);
        flow = flow(SandboxWorld.CLIENT_KEY);
    }

    @AfterEach
    void stop() {
        tapis.close();
        kit.close();
    }

    private SignInFlow flow(String clientKey) {
        URI base = URI.create(tapis.baseUrl());
        Settings.Tapis settings = new Settings.Tapis(
                base, "sandbox", Optional.of(SandboxWorld.CLIENT), Optional.of(new Secret(clientKey)), 4);
        OAuthClients clients = OAuthClients.of(settings);
        TapisTokens tokens = new TapisTokens(PATIENCE, PATIENCE, clock);
        TapisTenants tenants = new TapisTenants(PATIENCE, PATIENCE);
        TapisTokenVerifier verifier =
                new TapisTokenVerifier(new TenantKeys(new KnownTenants(settings, clients), tenants::get, clock), clock);
        SignIn signIn =
                new SignIn(clients, tokens, verifier, new TokenKeeper(store, clients, tokens, clock), told::add);
        return new SignInFlow(
                clients,
                kit.states(),
                new TapisMetadata(PATIENCE, PATIENCE, clock),
                tokens,
                signIn,
                SandboxWorld.PUBLIC_URL,
                new SecureRandom(),
                clock);
    }

    private SignInFlow.Begun begin() {
        return flow.begin(SandboxWorld.CLIENT, "/flights?x=1", Optional.empty());
    }

    private long tokenRequests() {
        return tapis.requests().list().stream()
                .filter(request -> request.toString().contains("/v3/oauth2/tokens"))
                .count();
    }

    private void refused(ErrorCode code, String state, String given, Optional<Secret> browser) {
        Failure failure = catchThrowableOfType(Failure.class, () -> flow.end(state, given, browser));
        assertThat(failure).as("not refused").isNotNull();
        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure).hasMessageNotContaining(SandboxWorld.CLIENT_KEY);
        assertThat(told).isEmpty();
        assertThat(store.list(ADA)).isEmpty();
    }

    @Test
    void signsInThroughTheTenantsPage() {
        SignInFlow.Begun begun = begin();
        Map<String, String> back = visitor.signsIn(begun.page(), "ada", "pa");
        SignInFlow.Ended ended = flow.end(back.get("state"), back.get("code"), Optional.of(begun.browser()));
        assertThat(ended.owner()).isEqualTo(ADA);
        assertThat(ended.redirectAfter()).hasToString(SandboxWorld.PUBLIC_URL + "/flights?x=1");
        assertThat(store.find(TokenKey.of(ADA, SandboxWorld.CLIENT))
                        .orElseThrow()
                        .tokens()
                        .refreshToken())
                .isPresent();
        assertThat(told).containsExactly(ADA);
    }

    @Test
    void asksTheTenantAsItWantsToBeAsked() {
        URI page = begin().page();
        assertThat(page.toString()).startsWith(tapis.baseUrl() + "/v3/oauth2/authorize?");
        Map<String, String> asked = Visitor.parameters(page);
        assertThat(asked)
                .containsOnlyKeys("response_type", "client_id", "redirect_uri", "state")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", SandboxWorld.CALLBACK);
        assertThat(asked.get("state")).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void keepsNothingInTheLedgerThatFinishesASignIn() {
        SignInFlow.Begun begun = begin();
        String state = Visitor.parameters(begun.page()).get("state");
        assertThat(kit.ledger().dump("oauth_state"))
                .contains(SandboxWorld.CLIENT)
                .doesNotContain(state, begun.browser().reveal());
    }

    @Test
    void refusesAReplayedState() {
        SignInFlow.Begun begun = begin();
        Map<String, String> back = visitor.signsIn(begun.page(), "ada", "pa");
        flow.end(back.get("state"), back.get("code"), Optional.of(begun.browser()));
        told.clear();
        store.delete(TokenKey.of(ADA, SandboxWorld.CLIENT));
        long before = tokenRequests();
        refused(ErrorCode.SIGN_IN_EXPIRED, back.get("state"), back.get("code"), Optional.of(begun.browser()));
        assertThat(tokenRequests()).isEqualTo(before);
    }

    @Test
    void refusesMissingAndWrongStates() {
        SignInFlow.Begun begun = begin();
        Map<String, String> back = visitor.signsIn(begun.page(), "ada", "pa");
        for (String state : new String[] {null, "", "None", "x".repeat(43), "<script>", "a".repeat(100_000)}) {
            refused(ErrorCode.SIGN_IN_EXPIRED, state, back.get("code"), Optional.of(begun.browser()));
        }
        assertThat(tokenRequests()).isZero();
    }

    @Test
    void refusesAnotherBrowserAndUsesTheStateUp() {
        SignInFlow.Begun begun = begin();
        Map<String, String> back = visitor.signsIn(begun.page(), "ada", "pa");
        refused(ErrorCode.SIGN_IN_EXPIRED, back.get("state"), back.get("code"), Optional.empty());
        refused(ErrorCode.SIGN_IN_EXPIRED, back.get("state"), back.get("code"), Optional.of(begun.browser()));
        SignInFlow.Begun other = begin();
        String state = Visitor.parameters(begin().page()).get("state");
        refused(ErrorCode.SIGN_IN_EXPIRED, state, back.get("code"), Optional.of(other.browser()));
        assertThat(tokenRequests()).isZero();
    }

    @Test
    void letsTwoTabsOfABrowserSignInAtATime() {
        SignInFlow.Begun first = begin();
        SignInFlow.Begun second = flow.begin(SandboxWorld.CLIENT, null, Optional.of(first.browser()));
        Map<String, String> back = visitor.signsIn(first.page(), "ada", "pa");
        assertThat(flow.end(back.get("state"), back.get("code"), Optional.of(second.browser()))
                        .owner())
                .isEqualTo(ADA);
    }

    @Test
    void takesNoBrowserTextThatWasNotMadeHere() {
        Secret planted = new Secret("chosen-by-somebody");
        assertThat(flow.begin(SandboxWorld.CLIENT, null, Optional.of(planted))
                        .browser()
                        .reveal())
                .isNotEqualTo(planted.reveal());
    }

    @Test
    void forgetsStatesAfterTenMinutes() {
        SignInFlow.Begun begun = begin();
        Map<String, String> back = visitor.signsIn(begun.page(), "ada", "pa");
        assertThat(flow.purge()).isZero();
        clock.advance(SignInFlow.LIFE.plusSeconds(1));
        begin();
        assertThat(flow.purge()).isEqualTo(1);
        refused(ErrorCode.SIGN_IN_EXPIRED, back.get("state"), back.get("code"), Optional.of(begun.browser()));
        SignInFlow.Begun late = begin();
        // The database rounds to microseconds, perhaps up.
        clock.advance(SignInFlow.LIFE.plusMillis(1));
        refused(
                ErrorCode.SIGN_IN_EXPIRED,
                Visitor.parameters(late.page()).get("state"),
                back.get("code"),
                Optional.of(late.browser()));
    }

    @Test
    void refusesAWrongOrMissingCode() {
        for (String code : new String[] {null, " ", "made-up"}) {
            SignInFlow.Begun begun = begin();
            String state = Visitor.parameters(begun.page()).get("state");
            refused(ErrorCode.SIGN_IN_REFUSED, state, code, Optional.of(begun.browser()));
        }
    }

    @Test
    void neverRepeatsTheClientKeyThatTapisEchoes() {
        flow = flow("wrong-" + SandboxWorld.CLIENT_KEY);
        SignInFlow.Begun begun = begin();
        String state = Visitor.parameters(begun.page()).get("state");
        refused(ErrorCode.TAPIS_CLIENT_REFUSED, state, "any", Optional.of(begun.browser()));
    }

    @Test
    void provesWithS256ThatTheCodeIsItsOwnWhereTheTenantAnnouncesIt() {
        tapis.s256(true);
        SignInFlow.Begun begun = begin();
        assertThat(Visitor.parameters(begun.page()))
                .containsEntry("code_challenge_method", "S256")
                .hasEntrySatisfying(
                        "code_challenge", challenge -> assertThat(challenge).matches("[A-Za-z0-9_-]{43}"));
        Map<String, String> back = visitor.signsIn(begun.page(), "ada", "pa");
        assertThat(flow.end(back.get("state"), back.get("code"), Optional.of(begun.browser()))
                        .owner())
                .isEqualTo(ADA);
    }

    @Test
    void aCodeThatWasBegunInAnotherSignInIsWorthNothingWithS256() {
        tapis.s256(true);
        SignInFlow.Begun victims = begin();
        Map<String, String> stolen = visitor.signsIn(victims.page(), "ada", "pa");
        SignInFlow.Begun thiefs = begin();
        String state = Visitor.parameters(thiefs.page()).get("state");
        refused(ErrorCode.SIGN_IN_REFUSED, state, stolen.get("code"), Optional.of(thiefs.browser()));
    }

    @Test
    void usesAVerifierOnceAndKeepsItNowhere() {
        tapis.s256(true);
        SignInFlow.Begun first = begin();
        SignInFlow.Begun second = flow.begin(SandboxWorld.CLIENT, "/", Optional.of(first.browser()));
        assertThat(Visitor.parameters(second.page()).get("code_challenge"))
                .isNotEqualTo(Visitor.parameters(first.page()).get("code_challenge"));
        Secret verifier = OneTimeText.derive(
                first.browser(), new Secret(Visitor.parameters(first.page()).get("state")));
        assertThat(OneTimeText.challenge(verifier))
                .isEqualTo(Visitor.parameters(first.page()).get("code_challenge"));
        assertThat(kit.ledger().dump("oauth_state")).doesNotContain(verifier.reveal());
    }

    @Test
    void knowsNoOtherClients() {
        assertThat(catchThrowableOfType(Failure.class, () -> flow.begin("other", "/", Optional.empty()))
                        .code())
                .isEqualTo(ErrorCode.CLIENT_NOT_FOUND);
    }
}
