package io.skyferry.access.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.tapis.oauth.ClientCredentials;
import io.skyferry.tapis.oauth.IssuedTokens;
import io.skyferry.tapis.oauth.TapisClients;
import io.skyferry.tapis.oauth.TapisTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    private final TapisClients clients = new TapisClients(PATIENCE, PATIENCE);
    private TapisSandbox tapis;
    private URI base;

    @BeforeEach
    void start() throws Exception {
        tapis = SandboxWorld.start(directory);
        base = URI.create(tapis.baseUrl());
    }

    @AfterEach
    void stop() {
        tapis.close();
    }

    @Test
    void aRegisteredClientCanSignPeopleIn() {
        Secret token = new Secret(tapis.accessToken("ada"));
        TapisClients.Registered registered = clients.register(
                base, token, new TapisClients.Wish("mine", SandboxWorld.CALLBACK, "Skyferry", "For us"));
        assertThat(registered.clientId()).isEqualTo("mine");
        ClientCredentials credentials =
                new ClientCredentials(ClientCredentials.usualTokenUrl(base), "mine", registered.key());
        IssuedTokens tokens =
                new TapisTokens(PATIENCE, PATIENCE, Clock.systemUTC()).signIn(credentials, "ada", new Secret("pa"));
        assertThat(tokens.refreshToken()).isPresent();
        assertThat(registered.toString()).doesNotContain(registered.key().reveal());
    }

    @Test
    void aTakenIdAndABadTokenAreRefused() {
        TapisClients.Wish taken =
                new TapisClients.Wish(SandboxWorld.CLIENT, SandboxWorld.CALLBACK, "Skyferry", "For us");
        Secret token = new Secret(tapis.accessToken("ada"));
        Failure failure = catchThrowableOfType(Failure.class, () -> clients.register(base, token, taken));
        assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
        Failure bad = catchThrowableOfType(Failure.class, () -> clients.register(base, new Secret("x"), taken));
        assertThat(bad.code()).isEqualTo(ErrorCode.CONFLICT);
    }
}
