package io.skyferry.tapis.oauth;

import io.skyferry.platform.failure.Failure;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** What tenants say about their authenticators. Asked once an hour, after a failure once a minute. Thread-safe. */
public final class TapisMetadata {
    private static final Logger LOG = Logger.getLogger(TapisMetadata.class.getName());
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private record Known(boolean s256, Instant until) {}

    private final Calls<MetadataApi> calls;
    private final Clock clock;
    private final Map<URI, Known> known = new ConcurrentHashMap<>();

    public TapisMetadata(Duration connectTimeout, Duration readTimeout, Clock clock) {
        this.calls = new Calls<>(MetadataApi.class, connectTimeout, readTimeout);
        this.clock = clock;
    }

    /** Whether a sign-in may carry an S256 challenge. Not when the tenant doesn't say so: today's Tapis has none. */
    public boolean acceptsS256(URI baseUrl) {
        Known present = known.get(baseUrl);
        if (present == null || clock.instant().isAfter(present.until())) {
            present = ask(baseUrl);
            known.put(baseUrl, present);
        }
        return present.s256();
    }

    private Known ask(URI baseUrl) {
        try {
            Answer answer = calls.run(baseUrl, () -> calls.at(baseUrl).get());
            if (answer.success()) {
                return new Known(s256(answer.result()), clock.instant().plus(FRESH));
            }
        } catch (Failure e) {
            LOG.fine(() -> "No metadata of " + baseUrl + ": " + e.getMessage());
        }
        return new Known(false, clock.instant().plus(PAUSE));
    }

    private static boolean s256(JsonObject metadata) {
        return metadata != null
                && metadata.get("code_challenge_methods_supported") instanceof JsonArray methods
                && methods.stream()
                        .anyMatch(method -> method instanceof JsonString name
                                && name.getString().equals("S256"));
    }
}
