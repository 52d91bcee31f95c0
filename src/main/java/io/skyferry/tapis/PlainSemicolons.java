package io.skyferry.tapis;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/**
 * A semicolon in an address of ours is always part of a name. REST clients leave it as it is, and Tapis then drops what
 * follows as a parameter of the path.
 */
final class PlainSemicolons implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
        String address = request.getUri().toString();
        if (address.indexOf(';') >= 0) {
            request.setUri(URI.create(address.replace(";", "%3B")));
        }
    }
}
