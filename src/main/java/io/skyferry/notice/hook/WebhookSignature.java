package io.skyferry.notice.hook;

import io.skyferry.platform.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of Standard Webhooks: {@code v1,} and the Base64 of an HMAC-SHA256 over id, time and body. */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";

    private WebhookSignature() {}

    /** A new secret, 256 bits. */
    static Secret newSecret(SecureRandom random) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    static String of(Secret secret, String id, Instant at, String body) {
        byte[] key = Base64.getDecoder().decode(secret.reveal().substring(PREFIX.length()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            String signed = id + "." + at.getEpochSecond() + "." + body;
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
