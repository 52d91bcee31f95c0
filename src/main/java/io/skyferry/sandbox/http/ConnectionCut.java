package io.skyferry.sandbox.http;

import java.io.IOException;

/** A fault wants the connection closed right here. */
final class ConnectionCut extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectionCut() {
        super("cut by a fault rule");
    }
}
