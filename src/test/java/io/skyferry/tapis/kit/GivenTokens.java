package io.skyferry.tapis.kit;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSession;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A session whose tokens are given: each renewal takes the next one, until there is none left. */
public final class GivenTokens implements TapisSession {
    private final URI baseUrl;
    private final Owner owner;
    private final Deque<String> tokens;
    private int renewals;

    public GivenTokens(String baseUrl, String user, String... tokens) {
        this.baseUrl = URI.create(baseUrl);
        this.owner = new Owner(user, "sandbox");
        this.tokens = new ArrayDeque<>(List.of(tokens));
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
    public synchronized String token() {
        return tokens.getFirst();
    }

    @Override
    public synchronized String tokenInsteadOf(String rejected) {
        renewals++;
        if (tokens.size() == 1) {
            throw new Failure(ErrorCode.TOKEN_EXPIRED, "There is no further token.");
        }
        tokens.removeFirst();
        return tokens.getFirst();
    }

    public synchronized int renewals() {
        return renewals;
    }
}
