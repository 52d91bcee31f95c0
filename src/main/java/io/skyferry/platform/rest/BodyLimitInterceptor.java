package io.skyferry.platform.rest;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads small bodies whole, before anything parses them. */
@Provider
@BodyLimit
public class BodyLimitInterceptor implements ReaderInterceptor {
    private static final int MOST_BYTES = 10 * 1024;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new Failure(ErrorCode.TOO_LARGE, "The body is longer than 10 KB.");
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
