package io.skyferry.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Puts the address of the next page into the header {@code Link}, relative to the server, with all other parameters. */
@Provider
public class PageLinks implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Paged page && page.next() != null) {
            response.getHeaders().putSingle(HttpHeaders.LINK, link(request, page.next()));
        }
    }

    private static String link(ContainerRequestContext request, Object next) {
        StringBuilder address =
                new StringBuilder(request.getUriInfo().getRequestUri().getRawPath()).append('?');
        MultivaluedMap<String, String> query = request.getUriInfo().getQueryParameters();
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            if (!parameter.getKey().equals("after")) {
                parameter
                        .getValue()
                        .forEach(value -> address.append(encoded(parameter.getKey()))
                                .append('=')
                                .append(encoded(value))
                                .append('&'));
            }
        }
        return "<" + address.append("after=").append(encoded(next.toString())) + ">; rel=\"next\"";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
