package io.skyferry.tapis.oauth;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Makes the REST clients, one per address, and runs calls on them. Thread-safe. */
final class Calls<A> {
    private static final int MOST_BYTES = 256 * 1024;

    private final Class<A> api;
    private final Duration connectTimeout;
    private final Duration readTimeout;
    private final Map<URI, A> clients = new ConcurrentHashMap<>();

    Calls(Class<A> api, Duration connectTimeout, Duration readTimeout) {
        this.api = api;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
    }

    A at(URI baseUrl) {
        return clients.computeIfAbsent(baseUrl, this::build);
    }

    private A build(URI baseUrl) {
        return RestClientBuilder.newBuilder()
                .baseUri(baseUrl)
                .connectTimeout(connectTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(api);
    }

    /** @throws Failure TAPIS_UNREACHABLE when no whole answer came */
    Answer run(URI baseUrl, Supplier<Response> call) {
        try (Response response = call.get()) {
            return new Answer(response.getStatus(), body(response));
        } catch (ProcessingException | IOException e) {
            throw new Failure(ErrorCode.TAPIS_UNREACHABLE, "No answer from " + baseUrl + ".", e);
        }
    }

    private static String body(Response response) throws IOException {
        if (!response.hasEntity()) {
            return "";
        }
        try (InputStream in = response.readEntity(InputStream.class)) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }
}
