package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.webodm.world.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Browser sessions, as made by {@code /login/}. Thread-safe. */
final class Sessions {
    static final String SESSION_COOKIE = "sessionid";
    static final String CSRF_COOKIE = "csrftoken";

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    String open(Account account) {
        String id = UUID.randomUUID().toString();
        accounts.put(id, account);
        return id;
    }

    Optional<Account> find(Request request) {
        return Optional.ofNullable(cookies(request).get(SESSION_COOKIE)).map(accounts::get);
    }

    /** What Django says against a state-changing request with a session, if anything. */
    static Optional<String> findCsrfObjection(Request request) {
        String cookie = cookies(request).get(CSRF_COOKIE);
        if (cookie == null) {
            return Optional.of("CSRF Failed: CSRF cookie not set.");
        }
        boolean same = request.header("X-CSRFToken").filter(cookie::equals).isPresent();
        return same ? Optional.empty() : Optional.of("CSRF Failed: CSRF token missing or incorrect.");
    }

    private static Map<String, String> cookies(Request request) {
        Map<String, String> cookies = new HashMap<>();
        for (String pair : request.header("Cookie").orElse("").split(";")) {
            String[] halves = pair.strip().split("=", 2);
            if (halves.length == 2) {
                cookies.put(halves[0], halves[1]);
            }
        }
        return cookies;
    }
}
