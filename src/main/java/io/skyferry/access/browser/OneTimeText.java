package io.skyferry.access.browser;

import io.skyferry.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Random texts that are handed out once and known here by their hash. 256 bits, 43 characters fit for any URL. */
public final class OneTimeText {
    private OneTimeText() {}

    public static Secret make(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new Secret(base64(bytes));
    }

    /** Whether the text could have been made here; anything else need not be looked up. */
    public static boolean isWellFormed(String text) {
        return text.matches("[A-Za-z0-9_-]{43}");
    }

    public static String hash(Secret text) {
        return HexFormat.of().formatHex(sha256(text.reveal()));
    }

    /** The S256 challenge of RFC 7636 for a verifier. */
    static String challenge(Secret verifier) {
        return base64(sha256(verifier.reveal()));
    }

    /** A text that only somebody who has both can make again. */
    static Secret derive(Secret key, Secret text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.reveal().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return new Secret(base64(mac.doFinal(text.reveal().getBytes(StandardCharsets.US_ASCII))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
