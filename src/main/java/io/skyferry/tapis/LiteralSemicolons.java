package io.skyferry.tapis;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.URI;

/** A semicolon in a file's name would begin a matrix parameter at Tapis, and the client leaves it as it is. */
public class LiteralSemicolons implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        URI address = request.getUri();
        if (address.getRawPath().indexOf(';') >= 0) {
            String path = address.getRawPath().replace(";", "%3B");
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            request.setUri(URI.create(address.getScheme() + "://" + address.getRawAuthority() + path + query));
        }
    }
}
