package io.skyferry.cli.terminal;

import io.skyferry.platform.failure.ErrorCode;
import java.util.Arrays;

/** What to do next, in the words of the command line where the server speaks of REST calls. */
public final class Hints {
    private Hints() {}

    /** @param hint the server's own hint */
    public static String of(String code, String hint) {
        return switch (code) {
            case "NO_TAPIS_TOKEN", "TOKEN_EXPIRED" ->
                "Sign in with Tapis in the browser, or by " + "'skyferry sign-in --user NAME'.";
            case "PROJECT_NOT_FOUND" -> "List your projects with 'skyferry projects'.";
            case "FLIGHT_NOT_FOUND" ->
                "List your flights with 'skyferry flights', or look for them with 'skyferry scan'.";
            case "JOB_NOT_FOUND" -> "List your jobs with 'skyferry jobs'.";
            case "WEBODM_NOT_LINKED" -> "Link your account with 'skyferry link-webodm --username NAME'.";
            default -> hint;
        };
    }

    /** The catalogue's hint for a code that came without one; empty for codes newer than this client. */
    public static String of(String code) {
        return of(
                code,
                Arrays.stream(ErrorCode.values())
                        .filter(known -> known.name().equals(code))
                        .map(ErrorCode::hint)
                        .findFirst()
                        .orElse(""));
    }
}
