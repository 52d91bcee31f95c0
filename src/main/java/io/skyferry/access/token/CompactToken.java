package io.skyferry.access.token;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.security.Key;
import java.util.List;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;

/** A signed token whose signature has not been checked yet. Not thread-safe. */
final class CompactToken {
    private static final int LONGEST = 16 * 1024;
    /** Headers by which a token would tell where its own key is. */
    private static final List<String> KEY_HEADERS = List.of("jku", "jwk", "x5u", "x5c");

    private final JsonWebSignature signature = new JsonWebSignature();

    private CompactToken() {}

    /** @throws Failure INVALID_TOKEN unless this is a signed token with exactly this algorithm */
    static CompactToken parse(Secret token, String algorithm) {
        String text = token.reveal();
        if (text.length() > LONGEST) {
            throw invalid("The token is too long.");
        }
        CompactToken parsed = new CompactToken();
        try {
            parsed.signature.setAlgorithmConstraints(
                    new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, algorithm));
            parsed.signature.setCompactSerialization(text);
        } catch (JoseException | ClassCastException e) {
            throw invalid("The token is not a signed JSON Web Token.");
        }
        parsed.checkHeader(algorithm);
        return parsed;
    }

    private void checkHeader(String algorithm) {
        if (!algorithm.equals(signature.getAlgorithmHeaderValue())) {
            throw invalid("The token is signed with an algorithm that is not accepted.");
        }
        if (KEY_HEADERS.stream().anyMatch(name -> signature.getHeaders().getObjectHeaderValue(name) != null)) {
            throw invalid("The token brings its own key.");
        }
    }

    /** What the token says, true or not. */
    TokenClaims unverifiedClaims() {
        try {
            return new TokenClaims(JwtClaims.parse(signature.getUnverifiedPayload()));
        } catch (InvalidJwtException e) {
            // the cause would quote the claims
            throw invalid("The token holds no claims.");
        }
    }

    boolean isSignedWith(Key key) {
        try {
            signature.setKey(key);
            return signature.verifySignature();
        } catch (JoseException e) {
            return false;
        }
    }

    static Failure invalid(String detail) {
        return new Failure(ErrorCode.INVALID_TOKEN, detail);
    }
}
