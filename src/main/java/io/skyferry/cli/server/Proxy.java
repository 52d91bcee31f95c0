package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.platform.config.Secret;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way past a firewall, as curl and others know it: {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and
 * {@code no_proxy}, in small or capital letters.
 *
 * @param address empty: straight to the server
 * @param account {@code name:password}
 */
public record Proxy(Optional<InetSocketAddress> address, Optional<Secret> account) {
    private static final Proxy NONE = new Proxy(Optional.empty(), Optional.empty());
    private static final int HTTP = 80;

    /**
     * @param given an address, or {@code none}; null when not given
     * @return empty when nobody says anything of proxies: the JVM's own settings count then
     * @throws CommandFailure WRONG_USAGE for what is no address of an HTTP proxy
     */
    static Optional<Proxy> choose(String given, URI server, Surroundings surroundings) {
        if (given != null) {
            return Optional.of(given.isBlank() || given.equals("none") ? NONE : parse(given));
        }
        if (variable("no_proxy", surroundings)
                .filter(list -> isExcepted(server, list))
                .isPresent()) {
            return Optional.of(NONE);
        }
        return variable(server.getScheme().toLowerCase(Locale.ROOT) + "_proxy", surroundings)
                .or(() -> variable("all_proxy", surroundings))
                .map(Proxy::parse);
    }

    private static Optional<String> variable(String name, Surroundings surroundings) {
        return surroundings.variable(name).or(() -> surroundings.variable(name.toUpperCase(Locale.ROOT)));
    }

    /** An entry is a host with all below it, perhaps with a port, or {@code *}. */
    private static boolean isExcepted(URI server, String list) {
        String host = server.getHost().toLowerCase(Locale.ROOT);
        int port = server.getPort() >= 0 ? server.getPort() : server.getScheme().equalsIgnoreCase("https") ? 443 : HTTP;
        return Stream.of(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(entry -> entry.replaceFirst("^\\*?\\.", ""))
                .filter(entry -> !entry.isEmpty())
                .map(entry -> entry.endsWith(":" + port) ? entry.substring(0, entry.lastIndexOf(':')) : entry)
                .anyMatch(entry -> entry.equals("*") || host.equals(entry) || host.endsWith("." + entry));
    }

    private static Proxy parse(String text) {
        try {
            URI address = new URI(text.contains("://") ? text.strip() : "http://" + text.strip());
            if ("http".equalsIgnoreCase(address.getScheme()) && address.getHost() != null) {
                int port = address.getPort() < 0 ? HTTP : address.getPort();
                return new Proxy(
                        Optional.of(new InetSocketAddress(address.getHost(), port)),
                        Optional.ofNullable(address.getRawUserInfo()).map(Proxy::decoded));
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            // falls through to the one message; the text may hold a password, so it is not shown
        }
        throw CommandFailure.usage(
                "The proxy's address must be like http://host:port.",
                "Check --proxy, https_proxy, http_proxy and all_proxy. Only HTTP proxies will do.");
    }

    private static Secret decoded(String account) {
        return new Secret(URLDecoder.decode(account.replace("+", "%2B"), StandardCharsets.UTF_8));
    }

    /** Tells the account to the proxy, and to nobody else. */
    Optional<Authenticator> findAuthenticator() {
        return account.map(secret -> new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                if (getRequestorType() != RequestorType.PROXY) {
                    return null;
                }
                String[] parts = secret.reveal().split(":", 2);
                return new PasswordAuthentication(parts[0], (parts.length > 1 ? parts[1] : "").toCharArray());
            }
        });
    }
}
