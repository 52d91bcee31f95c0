package io.skyferry.sandbox.tapis.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * What an authorization code stands for.
 *
 * @param challenge S256 challenge of RFC 7636; null when the browser came without
 */
record CodeGrant(String username, String clientId, String redirectUri, String challenge) {

    /** Whether the verifier fits; without a challenge none is asked for. */
    boolean isAnsweredBy(String verifier) {
        return challenge == null || verifier != null && challenge.equals(challengeOf(verifier));
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
