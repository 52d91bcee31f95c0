package io.skyferry.access.session;

import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSession;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Speaks with a stored token. Looks at the store every few seconds, so that a sign-out ends running work, too. */
final class StoredSession implements TapisSession {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private record Seen(StoredToken token, Instant at) {}

    private final Owner owner;
    private final URI baseUrl;
    private final TokenKey key;
    private final TokenKeeper keeper;
    private final Clock clock;
    private volatile Seen last;

    StoredSession(Owner owner, URI baseUrl, TokenKey key, TokenKeeper keeper, Clock clock) {
        this.owner = owner;
        this.baseUrl = baseUrl;
        this.key = key;
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    public Owner owner() {
        return owner;
    }

    @Override
    public URI baseUrl() {
        return baseUrl;
    }

    @Override
    public String token() {
        Seen seen = last;
        Instant now = clock.instant();
        if (seen != null
                && now.isBefore(seen.at().plus(LOOK_AGAIN))
                && !seen.token().isDueAt(now)) {
            return text(seen.token());
        }
        return remembered(() -> keeper.get(key));
    }

    @Override
    public String tokenInsteadOf(String rejected) {
        return remembered(() -> {
            StoredToken present = keeper.stored(key);
            boolean other = !text(present).equals(rejected);
            return other && present.isValidAt(clock.instant()) ? present : keeper.renewed(present);
        });
    }

    private String remembered(Supplier<StoredToken> source) {
        try {
            StoredToken token = source.get();
            last = new Seen(token, clock.instant());
            return text(token);
        } catch (Failure e) {
            if (e.code() == ErrorCode.NO_TAPIS_TOKEN) {
                throw new Failure(ErrorCode.TOKEN_EXPIRED, "The stored token was revoked.", e);
            }
            throw e;
        }
    }

    private static String text(StoredToken token) {
        return token.tokens().accessToken().reveal();
    }
}
