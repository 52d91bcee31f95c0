package io.skyferry.webodm;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.rest.AddressGuard;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Builds REST clients for WebODM. A commit may take long when its queue is down; then we look what became of it. */
final class WebOdmClients {
    static final AddressGuard GUARD = new AddressGuard(ErrorCode.WEBODM_UNEXPECTED_ANSWER);

    private WebOdmClients() {}

    static <T> T build(URI baseUrl, Class<T> api) {
        return RestClientBuilder.newBuilder()
                .baseUri(baseUrl)
                .connectTimeout(10, TimeUnit.SECONDS)
                .readTimeout(60, TimeUnit.SECONDS)
                .followRedirects(false)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(WebOdmErrors.class)
                .register(GUARD)
                .build(api);
    }
}
