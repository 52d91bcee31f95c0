package io.skyferry.platform.rest;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Ends REST clients: every one that the builder makes holds connections, and can be closed although its type is ours. */
public final class RestClients {
    private static final Logger LOG = Logger.getLogger(RestClients.class.getName());

    private RestClients() {}

    /** Closes the client's connections; null is closed already. A client that can't be closed is logged and left. */
    public static void close(Object client) {
        if (client instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                LOG.log(Level.FINE, "A REST client could not be closed", e);
            }
        }
    }
}
