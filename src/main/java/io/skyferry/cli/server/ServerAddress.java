package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.terminal.Surroundings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Finds out where the server is. */
public final class ServerAddress {
    private ServerAddress() {}

    /**
     * The given address, else SKYFERRY_SERVER, SKYFERRY_PUBLIC_URL, the one noted in the data directory, port 9080 here.
     *
     * @return without a slash at the end
     */
    public static URI choose(String given, Optional<DataDirectory> dataDirectory, Surroundings surroundings) {
        return Optional.ofNullable(given)
                .or(() -> surroundings.variable("SKYFERRY_SERVER"))
                .or(() -> surroundings.variable("SKYFERRY_PUBLIC_URL"))
                .or(() -> dataDirectory.flatMap(DataDirectory::findServer))
                .map(ServerAddress::checked)
                .orElseGet(() -> URI.create("http://localhost:9080"));
    }

    private static URI checked(String text) {
        try {
            URI address = new URI(text.strip().replaceAll("/+$", ""));
            boolean http =
                    "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            if (http && address.getHost() != null && isPlain(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            // falls through to the one message; the text may hold a password, so it is not shown
        }
        throw CommandFailure.usage(
                "The server's address must be like https://host:port, without user, query or fragment.",
                "Check --server, SKYFERRY_SERVER and SKYFERRY_PUBLIC_URL.");
    }

    private static boolean isPlain(URI address) {
        return address.getRawUserInfo() == null && address.getRawQuery() == null && address.getRawFragment() == null;
    }
}
