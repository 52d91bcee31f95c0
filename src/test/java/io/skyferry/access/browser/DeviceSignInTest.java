package io.skyferry.access.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.tapis.oauth.ClientCredentials;
import io.skyferry.tapis.oauth.DeviceCode;
import io.skyferry.tapis.oauth.IssuedTokens;
import io.skyferry.tapis.oauth.TapisDevices;
import io.skyferry.tapis.oauth.TapisTokens;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceSignInTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @Test
    void givesTokensOnceThePersonHasEnteredTheCode() throws Exception {
        try (TapisSandbox tapis = SandboxWorld.start(directory)) {
            URI base = URI.create(tapis.baseUrl());
            TapisTokens tokens = new TapisTokens(PATIENCE, PATIENCE, Clock.systemUTC());
            ClientCredentials client = new ClientCredentials(
                    ClientCredentials.usualTokenUrl(base), SandboxWorld.CLIENT, new Secret("not needed"));
            DeviceCode code = new TapisDevices(PATIENCE, PATIENCE).begin(base, SandboxWorld.CLIENT);
            assertThat(tokens.poll(client, code.deviceCode())).isEmpty();
            new Visitor().enters(URI.create(code.verificationUri()), "ada", "pa", code.userCode());
            IssuedTokens issued = tokens.poll(client, code.deviceCode()).orElseThrow();
            assertThat(issued.refreshToken()).isPresent();
            Failure again = catchThrowableOfType(Failure.class, () -> tokens.poll(client, code.deviceCode()));
            assertThat(again.code()).isEqualTo(ErrorCode.SIGN_IN_REFUSED);
            assertThat(code.toString()).doesNotContain(code.deviceCode().reveal());
        }
    }
}
