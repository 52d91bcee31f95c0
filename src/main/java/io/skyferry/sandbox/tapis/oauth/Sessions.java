package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Browser sessions of the sign-in pages: a cookie for 15 minutes. */
final class Sessions {
    private static final Pattern COOKIE = Pattern.compile("(?:^|;\\s*)tapis_session=([A-Za-z0-9]+)");

    private final Codes<SignIn> codes;

    Sessions(Clock clock) {
        codes = new Codes<>(clock, Duration.ofMinutes(15));
    }

    Optional<SignIn> find(Request request) {
        Matcher matcher = COOKIE.matcher(request.header("Cookie").orElse(""));
        return matcher.find() ? codes.find(matcher.group(1)) : Optional.empty();
    }

    /** The answer with the cookie of a new session. */
    Answer begin(SignIn session, Answer answer) {
        return answer.header(
                "Set-Cookie", "tapis_session=" + codes.put(session) + "; Path=/v3/oauth2; HttpOnly; SameSite=Lax");
    }
}
