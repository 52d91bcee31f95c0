package io.skyferry.platform.rest;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

/** Reads what a remote sent along with an error; it may be anything, or nothing. */
public final class RemoteBody {
    private RemoteBody() {}

    /** The body as text; empty when there is none or it can't be read. */
    public static String text(Response response) {
        try {
            String body = response.readEntity(String.class);
            return body == null ? "" : body;
        } catch (ProcessingException | IllegalStateException e) {
            return "";
        }
    }
}
