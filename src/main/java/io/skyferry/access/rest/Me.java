package io.skyferry.access.rest;

import io.skyferry.access.browser.BrowserSession;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Role;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The caller, as he is known here.
 *
 * @param user {@code name@tenant}
 * @param sessionExpiresAt when he has to sign in again, however busy he is; absent without a browser session
 */
public record Me(
        boolean success, String user, String name, String tenant, List<String> roles, String sessionExpiresAt) {

    static Me of(Caller caller, Optional<BrowserSession> session) {
        return new Me(
                true,
                caller.owner().toString(),
                caller.owner().name(),
                caller.owner().tenant(),
                caller.roles().stream().map(Role::groupName).sorted().toList(),
                session.map(own ->
                                own.expiresAt().truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null));
    }
}
