package io.skyferry.platform.rest;

import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Gives every JSON answer to a GET an {@code ETag}, a hash of its bytes, and answers 304 to who has that one already.
 * Nothing that can go stale is kept: the answer is made each time, what is saved is its way. Caches of browsers may keep
 * it, and have to ask each time; shared ones may not.
 */
@Provider
@Priority(Priorities.USER - 1000)
public class EntityTags implements ContainerResponseFilter {
    private static final int HASH_BYTES = 16;
    private static final String KEEP_AND_ASK = "private, no-cache";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        boolean reading = request.getMethod().equals(HttpMethod.GET)
                || request.getMethod().equals(HttpMethod.HEAD);
        if (!reading || response.getStatus() != 200 || !(response.getEntity() instanceof Record) || !isJson(response)) {
            return;
        }
        byte[] body = SnakeCaseJson.write(response.getEntity()).getBytes(StandardCharsets.UTF_8);
        String tag = "\"" + hash(body) + "\"";
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, KEEP_AND_ASK);
        if (isKnown(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        } else {
            response.setEntity(body, null, MediaType.APPLICATION_JSON_TYPE);
        }
    }

    private static boolean isJson(ContainerResponseContext response) {
        MediaType type = response.getMediaType();
        return type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
    }

    /** By the weak comparison: a proxy that compresses marks our tags as weak. */
    private static boolean isKnown(String known, String tag) {
        return known != null
                && Arrays.stream(known.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*")
                                || one.equals(tag)
                                || one.startsWith("W/") && one.substring(2).equals(tag));
    }

    private static String hash(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
