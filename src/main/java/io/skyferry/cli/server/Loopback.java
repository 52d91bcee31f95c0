package io.skyferry.cli.server;

import java.net.URI;

/** Tells whether an address can only be this machine. */
final class Loopback {
    private Loopback() {}

    /**
     * True for {@code localhost} and literal loopback addresses. Other names are not looked up: what a name resolves to
     * may change between the check and the connection.
     */
    static boolean isLoopback(URI server) {
        String host = server.getHost();
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
