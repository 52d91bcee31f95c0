package io.skyferry.sandbox.webodm.api;

/** Which server answers. */
public enum Flavour {
    /**
     * gunicorn alone: closes the connection after each answer, takes a body without Content-Length for an empty one,
     * and starts to work on a request before its body is in.
     */
    GUNICORN("gunicorn", "close"),
    /** nginx in front: keeps connections, takes any body, and passes a request on when it is complete. */
    NGINX("nginx/1.18.0", "keep-alive");

    private final String server;
    private final String connection;

    Flavour(String server, String connection) {
        this.server = server;
        this.connection = connection;
    }

    String server() {
        return server;
    }

    String connection() {
        return connection;
    }

    boolean buffersRequests() {
        return this == NGINX;
    }
}
