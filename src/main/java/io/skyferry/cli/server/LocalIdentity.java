package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Somebody who may read the server's key file, acting for a user: each request carries a fresh token, signed with the
 * key (HS256), good for 60 seconds.
 */
final class LocalIdentity implements Identity {
    static final String ISSUER = "skyferry-local";
    private static final long LIFE_SECONDS = 60;

    private final Secret key;
    private final String user;
    private final Clock clock;

    private LocalIdentity(Secret key, String user, Clock clock) {
        this.key = key;
        this.user = user;
        this.clock = clock;
    }

    /** @param file 64 hexadecimal digits, as the server writes them */
    static LocalIdentity of(Path file, String user, Clock clock) {
        String hint = "Run as the user who runs the server, or give a Tapis access token by --token-file.";
        try {
            String hex = Files.readString(file).strip();
            if (hex.matches("[0-9a-fA-F]{64}")) {
                return new LocalIdentity(new Secret(hex), user, clock);
            }
            throw CommandFailure.of(ErrorCode.NOT_SIGNED_IN, "The file " + file + " does not hold a key.", hint);
        } catch (IOException e) {
            throw CommandFailure.of(
                    ErrorCode.NOT_SIGNED_IN,
                    "The key file " + file + " can't be read (" + e.getClass().getSimpleName() + ").",
                    hint);
        }
    }

    @Override
    public Optional<String> authorization() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(user);
        claims.setExpirationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond() + LIFE_SECONDS));
        claims.setGeneratedJwtId();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setPayload(claims.toJson());
        signature.setKey(new HmacKey(HexFormat.of().parseHex(key.reveal())));
        try {
            return Optional.of("Skyferry-Local " + signature.getCompactSerialization());
        } catch (JoseException e) {
            throw new IllegalStateException("HS256 is not available", e);
        }
    }
}
