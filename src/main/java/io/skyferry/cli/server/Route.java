package io.skyferry.cli.server;

import io.skyferry.cli.terminal.Surroundings;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How to get to the server.
 *
 * @param server without a slash at the end
 * @param authorities trusted instead of the JVM's
 */
public record Route(URI server, Optional<SSLContext> authorities, Optional<Proxy> proxy) {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /**
     * @param caFile a PEM file; null: SKYFERRY_CA_FILE, or else the JVM's own authorities
     * @param proxy an address, or {@code none}; null: as the environment says
     */
    public static Route of(URI server, Path caFile, String proxy, Surroundings surroundings) {
        Optional<SSLContext> authorities = Optional.ofNullable(caFile)
                .or(() -> surroundings.variable("SKYFERRY_CA_FILE").map(Path::of))
                .map(TrustedAuthorities::of);
        return new Route(server, authorities, Proxy.choose(proxy, server, surroundings));
    }

    HttpClient client() {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
        authorities.ifPresent(builder::sslContext);
        // What is for this machine must not leave it, were the JVM told of a proxy or not.
        if (Loopback.isLoopback(server)) {
            return builder.proxy(HttpClient.Builder.NO_PROXY).build();
        }
        proxy.ifPresent(chosen -> {
            builder.proxy(chosen.address().map(ProxySelector::of).orElse(HttpClient.Builder.NO_PROXY));
            chosen.findAuthenticator().ifPresent(builder::authenticator);
        });
        return builder.build();
    }
}
