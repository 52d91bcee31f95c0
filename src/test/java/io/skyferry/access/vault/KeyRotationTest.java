package io.skyferry.access.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.access.kit.AccessKit;
import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.IssuedTokens;
import io.skyferry.webodm.LinkedAccounts.LinkedAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyRotationTest {
    private static final TokenKey KEY = TokenKey.of(AccessKit.ADA, "client");
    private static final TokenKey OTHER = TokenKey.of(new Owner("grace", "sandbox"), "client");

    @TempDir
    private Path directory;

    private final MovingClock clock = new MovingClock();
    private final TestLedger ledger = new TestLedger(TokenRow.class, AccountRow.class, TokenKey.class, ClientRow.class);
    private Path file;
    private Vault vault;
    private KeyRotation rotation;

    @BeforeEach
    void open() {
        file = directory.resolve("secret.key");
        vault = unlock();
        rotation = new KeyRotation(vault, new Rows(), clock);
        tokens(vault).put(KEY, "sandbox", issued("ada"));
        ledger.inTransaction(manager -> {
            new LedgerAccounts(manager, vault, clock).put(AccessKit.ADA, new LinkedAccount("ada", new Secret("pw")));
            return null;
        });
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Vault unlock() {
        return Vault.unlock(file, new Rows().listKeyIds(), new SecureRandom());
    }

    private TokenStore tokens(Vault with) {
        return ledger.store(TokenStore.class, manager -> new LedgerTokens(manager, with, clock));
    }

    private IssuedTokens issued(String text) {
        return new IssuedTokens(
                new Secret(text),
                clock.instant().plus(Duration.ofHours(4)),
                Optional.of(new Secret(text + "-refresh")),
                Optional.empty(),
                clock.instant());
    }

    private String access(Vault with, TokenKey key) {
        return tokens(with).find(key).orElseThrow().tokens().accessToken().reveal();
    }

    /** Each call a transaction of its own, as in the server. */
    private final class Rows extends SealedRows {
        @Override
        Set<String> listKeyIds() {
            return ledger.inTransaction(manager -> new SealedRows(manager, () -> vault).listKeyIds());
        }

        @Override
        List<Place> listSealedOtherwise(String keyId) {
            return ledger.inTransaction(manager -> new SealedRows(manager, () -> vault).listSealedOtherwise(keyId));
        }

        @Override
        void reseal(Place place) {
            ledger.inTransaction(manager -> {
                new SealedRows(manager, () -> vault).reseal(place);
                return null;
            });
        }
    }

    @Test
    void everythingIsReadableUnderTheNewKeyAndUnchanged() {
        StoredToken before = tokens(vault).find(KEY).orElseThrow();
        String oldKey = vault.keyId();
        KeyRotation.Outcome outcome = rotation.rotate();
        assertThat(outcome.resealed()).isEqualTo(2);
        assertThat(outcome.refused()).isZero();
        assertThat(vault.keyId()).isEqualTo(outcome.keyId()).isNotEqualTo(oldKey);
        assertThat(new Rows().listKeyIds()).containsExactly(outcome.keyId());
        assertThat(access(vault, KEY)).isEqualTo("ada");
        assertThat(tokens(vault).replace(before, issued("renewed")))
                .as("a renewal that began before the rotation")
                .isPresent();
        assertThat(access(unlock(), KEY)).isEqualTo("renewed");
    }

    @Test
    void anotherServerGoesOnWithoutRestart() {
        Vault there = unlock();
        rotation.rotate();
        assertThat(access(there, KEY)).isEqualTo("ada");
        tokens(there).put(OTHER, "sandbox", issued("grace"));
        assertThat(access(vault, OTHER)).isEqualTo("grace");
        assertThat(there.keyId()).isEqualTo(vault.keyId());
    }

    @Test
    void anInterruptedRotationIsFinishedLater() {
        vault.rotate();
        assertThat(access(vault, KEY)).isEqualTo("ada");
        assertThat(access(unlock(), KEY)).isEqualTo("ada");
        assertThat(rotation.finish().resealed()).isEqualTo(2);
        assertThat(rotation.finish().resealed()).isZero();
    }

    @Test
    void olderKeysStayForAWhileAndThenGo() throws Exception {
        String oldKey = vault.keyId();
        rotation.rotate();
        Path ring = directory.resolve("secret.key.ring");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(ring)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        rotation.finish();
        assertThat(Files.readString(ring)).as("just rotated").isNotEmpty();
        clock.advance(Duration.ofMinutes(11));
        rotation.finish();
        assertThat(Files.readString(ring)).isEmpty();
        assertThat(access(unlock(), KEY)).isEqualTo("ada");
        assertThat(vault.keyId()).isNotEqualTo(oldKey);
    }

    @Test
    void aRowThatWasTamperedWithIsRefusedAndStopsNothing() {
        tokens(vault).put(OTHER, "sandbox", issued("grace"));
        ledger.inTransaction(manager -> manager.createNativeQuery(
                        "update oauth_token set access_token = concat('AAAA', substring(access_token, 5))"
                                + " where owner = 'ada@sandbox'")
                .executeUpdate());
        KeyRotation.Outcome outcome = rotation.rotate();
        assertThat(outcome.refused()).isEqualTo(1);
        assertThat(outcome.resealed()).isEqualTo(2);
        assertThatThrownBy(() -> access(vault, KEY)).hasMessageContaining("changed outside Skyferry");
        assertThat(access(vault, OTHER)).isEqualTo("grace");
        clock.advance(Duration.ofMinutes(11));
        rotation.finish();
        assertThat(access(unlock(), OTHER)).as("starts again").isEqualTo("grace");
    }
}
