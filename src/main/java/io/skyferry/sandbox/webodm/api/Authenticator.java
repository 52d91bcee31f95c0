package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.webodm.world.Account;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.World;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * Who is calling. A session cookie is looked at first and wins over any token; a scheme other than {@code JWT} and
 * {@code Basic} counts as no credentials at all.
 */
public final class Authenticator {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final World world;
    private final Tokens tokens;
    private final Sessions sessions;

    Authenticator(World world, Tokens tokens, Sessions sessions) {
        this.world = world;
        this.tokens = tokens;
        this.sessions = sessions;
    }

    /** @throws Refusal 403 when credentials are there and wrong */
    Optional<Account> authenticate(Request request) {
        Optional<Account> session = sessions.find(request);
        if (session.isPresent()) {
            if (!SAFE_METHODS.contains(request.method())) {
                Sessions.findCsrfObjection(request).ifPresent(objection -> {
                    throw Refusal.detail(403, objection);
                });
            }
            return session;
        }
        String[] words = request.header("Authorization").orElse("").strip().split("\\s+");
        if (words[0].equalsIgnoreCase("JWT")) {
            return Optional.of(tokens.accountOf(credentials(words)));
        } else if (words[0].equalsIgnoreCase("Basic")) {
            return Optional.of(basic(credentials(words)));
        }
        return request.query("jwt").map(tokens::accountOf);
    }

    private static String credentials(String[] words) {
        if (words.length == 1) {
            throw Refusal.detail(403, "Invalid Authorization header. No credentials provided.");
        } else if (words.length > 2) {
            throw Refusal.detail(403, "Invalid Authorization header. Credentials string should not contain spaces.");
        }
        return words[1];
    }

    private Account basic(String encoded) {
        try {
            String decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            String[] halves = decoded.split(":", 2);
            return findByPassword(halves[0], halves.length == 2 ? halves[1] : "")
                    .orElseThrow(() -> Refusal.detail(403, "Invalid username/password."));
        } catch (IllegalArgumentException e) {
            throw Refusal.detail(403, "Invalid basic header. Credentials not correctly base64 encoded.");
        }
    }

    Optional<Account> findByPassword(String username, String password) {
        return world.findAccount(username)
                .filter(Account::active)
                .filter(account -> account.password().equals(password));
    }
}
