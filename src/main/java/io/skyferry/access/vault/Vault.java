package io.skyferry.access.vault;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.crypto.KeyFile;
import io.skyferry.platform.crypto.SecretBox;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;

/** Seals secrets with the installation's key. Thread-safe. */
public final class Vault {
    private final String keyId;
    private final SecretBox box;

    private Vault(KeyFile key, SecureRandom random) {
        this.keyId = key.id();
        this.box = new SecretBox(key.key(), random);
    }

    /**
     * Opens the vault with the key in the file; makes the key when nothing was ever sealed.
     *
     * @param usedKeyIds the keys that sealed what is stored
     * @throws IllegalStateException with one line that says what to do, when the stored secrets need another key
     */
    static Vault unlock(Path keyFile, Set<String> usedKeyIds, SecureRandom random) {
        if (!usedKeyIds.isEmpty() && Files.notExists(keyFile)) {
            throw new IllegalStateException("SKYFERRY_SECRET_KEY_FILE " + keyFile
                    + " is missing, but the database holds secrets that need it; put the file back.");
        }
        KeyFile key = KeyFile.readOrCreate(keyFile, random);
        if (!Set.of(key.id()).containsAll(usedKeyIds)) {
            throw new IllegalStateException("SKYFERRY_SECRET_KEY_FILE " + keyFile + " holds the key " + key.id()
                    + ", but the database holds secrets of " + String.join(", ", usedKeyIds)
                    + "; put the right file back, or empty the tables oauth_token, oauth_client and webodm_account.");
        }
        return new Vault(key, random);
    }

    public String keyId() {
        return keyId;
    }

    /** @param place where the value is kept: it can be opened for the same place only */
    String seal(Secret secret, String... place) {
        return box.seal(secret.reveal(), String.join("\u0000", place));
    }

    /** @throws Failure INTERNAL_ERROR when the sealed text is not what was put at this place with this key */
    Secret open(String sealed, String sealedWith, String... place) {
        try {
            if (keyId.equals(sealedWith)) {
                return new Secret(box.open(sealed, String.join("\u0000", place)));
            }
        } catch (IllegalStateException e) {
            throw new Failure(ErrorCode.INTERNAL_ERROR, "A stored secret was changed outside Skyferry.", e);
        }
        throw new Failure(ErrorCode.INTERNAL_ERROR, "A stored secret was sealed with another key.");
    }
}
