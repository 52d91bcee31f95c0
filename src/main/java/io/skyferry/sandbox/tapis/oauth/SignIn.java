package io.skyferry.sandbox.tapis.oauth;

/** One browser's way through the sign-in. The page asked for is kept until the user is known. */
final class SignIn {
    private volatile String username;
    private volatile String next;

    String username() {
        return username;
    }

    void username(String name) {
        username = name;
    }

    String next() {
        return next;
    }

    void next(String path) {
        next = path;
    }
}
