package io.skyferry.access.vault;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.crypto.KeyFile;
import io.skyferry.platform.crypto.KeyRing;
import io.skyferry.platform.crypto.SecretBox;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;

/** Seals secrets with the installation's key, and opens what that or an older key sealed. Thread-safe. */
public final class Vault {
    private final KeyRing ring;
    private final SecureRandom random;

    private Vault(KeyRing ring, SecureRandom random) {
        this.ring = ring;
        this.random = random;
    }

    /** One key, for all the values of a row: a rotation in between must not mix two. */
    public final class Seal {
        private final String keyId;
        private final SecretBox box;

        private Seal(KeyFile key) {
            this.keyId = key.id();
            this.box = new SecretBox(key.key(), random);
        }

        public String keyId() {
            return keyId;
        }

        /** @param place where the value is kept: it can be opened for the same place only */
        public String seal(Secret secret, String... place) {
            return box.seal(secret.reveal(), String.join("\u0000", place));
        }
    }

    /**
     * Opens the vault with the key in the file; makes the key when nothing was ever sealed.
     *
     * @param usedKeyIds the keys that sealed what is stored
     * @throws IllegalStateException with one line that says what to do, when the stored secrets need another key
     */
    public static Vault unlock(Path keyFile, Set<String> usedKeyIds, SecureRandom random) {
        if (!usedKeyIds.isEmpty() && Files.notExists(keyFile)) {
            throw new IllegalStateException("SKYFERRY_SECRET_KEY_FILE " + keyFile
                    + " is missing, but the database holds secrets that need it; put the file back.");
        }
        KeyRing ring = new KeyRing(keyFile, random);
        if (!ring.ids().containsAll(usedKeyIds)) {
            throw new IllegalStateException("SKYFERRY_SECRET_KEY_FILE " + keyFile + " holds the key "
                    + ring.current().id() + ", but the database holds secrets of " + String.join(", ", usedKeyIds)
                    + "; put the right file back (and its .ring, if there was one), or empty the tables oauth_token,"
                    + " oauth_client, webodm_account, notice_choice and webhook.");
        }
        return new Vault(ring, random);
    }

    public String keyId() {
        return ring.current().id();
    }

    public Seal seal() {
        return new Seal(ring.current());
    }

    void rotate() {
        ring.rotate();
    }

    void retain(Set<String> usedKeyIds, Instant now) {
        ring.retain(usedKeyIds, now);
    }

    /** @throws Failure INTERNAL_ERROR when the sealed text is not what was put at this place with this key */
    public Secret open(String sealed, String sealedWith, String... place) {
        KeyFile key = ring.find(sealedWith)
                .orElseThrow(() -> new Failure(
                        ErrorCode.INTERNAL_ERROR, "A stored secret was sealed with a key that is not here."));
        try {
            return new Secret(new SecretBox(key.key(), random).open(sealed, String.join("\u0000", place)));
        } catch (IllegalStateException e) {
            throw new Failure(ErrorCode.INTERNAL_ERROR, "A stored secret was changed outside Skyferry.", e);
        }
    }
}
