package io.skyferry.access.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultTest {
    @TempDir
    private Path directory;

    private Path keyFile;

    @BeforeEach
    void nameTheKeyFile() {
        keyFile = directory.resolve("keys/secret.key");
    }

    private Vault unlock(Set<String> usedKeyIds) {
        return Vault.unlock(keyFile, usedKeyIds, new SecureRandom());
    }

    @Test
    void opensAtTheSamePlaceOnly() {
        Vault vault = unlock(Set.of());
        String sealed = vault.seal().seal(new Secret("token"), "table", "ada", "client");
        assertThat(vault.open(sealed, vault.keyId(), "table", "ada", "client").reveal())
                .isEqualTo("token");
        assertThatThrownBy(() -> vault.open(sealed, vault.keyId(), "table", "grace", "client"))
                .isInstanceOf(Failure.class);
        assertThatThrownBy(() -> vault.open(sealed, vault.keyId(), "table", "adac", "lient"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void refusesTextsOfAnotherKeyAndNonsense() {
        Vault vault = unlock(Set.of());
        String sealed = vault.seal().seal(new Secret("token"), "place");
        assertThatThrownBy(() -> vault.open(sealed, "0123", "place")).hasMessageContaining("a key that is not here");
        assertThatThrownBy(() -> vault.open("no base64!", vault.keyId(), "place"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void unlocksAgainWithTheSameFile() {
        String keyId = unlock(Set.of()).keyId();
        assertThat(unlock(Set.of(keyId)).keyId()).isEqualTo(keyId);
    }

    @Test
    void refusesAKeyThatDidNotSealWhatIsStored() {
        unlock(Set.of());
        assertThatThrownBy(() -> unlock(Set.of("another")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("SKYFERRY_SECRET_KEY_FILE")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void makesNoNewKeyInPlaceOfALostOne() {
        assertThatThrownBy(() -> unlock(Set.of("lost"))).hasMessageContaining("is missing");
        assertThat(Files.exists(keyFile)).isFalse();
    }
}
