package io.skyferry.platform.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** A request without a body needs no content type, and reaches its resource as null: some bodies are optional. */
@Provider
@PreMatching
public class EmptyBody implements ContainerRequestFilter {
    private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null) {
            return;
        }
        if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
        request.setEntityStream(new ByteArrayInputStream(NULL));
    }
}
