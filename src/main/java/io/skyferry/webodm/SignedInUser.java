package io.skyferry.webodm;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * A user whose name and password we hold. The token is kept until shortly before its end, because getting one costs
 * WebODM about a second; one sign-in serves all threads.
 */
final class SignedInUser implements WebOdmUser {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final JwtConsumer READER = new JwtConsumerBuilder()
            .setSkipAllValidators()
            .setDisableRequireSignature()
            .setSkipSignatureVerification()
            .build();

    private final ReentrantLock lock = new ReentrantLock();
    private final String username;
    private final Optional<String> sharesWith;
    private final Supplier<String> signIn;
    private final Clock clock;
    private String token;
    private Instant usableUntil = Instant.MIN;

    SignedInUser(String username, Optional<String> sharesWith, Supplier<String> signIn, Clock clock) {
        this.username = username;
        this.sharesWith = sharesWith;
        this.signIn = signIn;
        this.clock = clock;
    }

    @Override
    public String username() {
        return username;
    }

    @Override
    public String jwt() {
        return jwtInsteadOf(null);
    }

    @Override
    public String jwtInsteadOf(String rejected) {
        lock.lock();
        try {
            boolean usable =
                    token != null && !token.equals(rejected) && clock.instant().isBefore(usableUntil);
            if (!usable) {
                token = signIn.get();
                usableUntil = expiry(token).minus(EARLY);
            }
            return token;
        } finally {
            lock.unlock();
        }
    }

    private static Instant expiry(String token) {
        try {
            return Instant.ofEpochSecond(
                    READER.processToClaims(token).getExpirationTime().getValue());
        } catch (InvalidJwtException | MalformedClaimException | NullPointerException e) {
            throw new Failure(ErrorCode.WEBODM_UNEXPECTED_ANSWER, "WebODM's token has no readable expiry.");
        }
    }

    @Override
    public Optional<String> sharesWith() {
        return sharesWith;
    }
}
