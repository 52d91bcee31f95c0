package io.skyferry.cli;

import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.server.DataDirectory;
import io.skyferry.cli.server.Identities;
import io.skyferry.cli.server.Identity;
import io.skyferry.cli.server.LoginRenewal;
import io.skyferry.cli.server.Route;
import io.skyferry.cli.server.ServerAddress;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options of every command: where the server is, as whom, and how to print. */
final class ConnectionOptions {
    private final Surroundings surroundings;
    private Output output;

    @Option(
            names = "--server",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description =
                    "The server's address. Otherwise SKYFERRY_SERVER, SKYFERRY_PUBLIC_URL, the file server.url in "
                            + "the data directory, http://localhost:9080.")
    private String server;

    @Option(
            names = "--user",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "As whom, NAME or NAME@TENANT, when the local key is used. Otherwise SKYFERRY_USER.")
    private String user;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File with a Tapis access token. Otherwise the token in SKYFERRY_TOKEN.")
    private Path tokenFile;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The server's data directory on this machine; its local.key is used when there is no token. "
                    + "Otherwise SKYFERRY_DATA_DIR.")
    private Path dataDir;

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            scope = ScopeType.INHERIT,
            description = "Trust the server's certificate by these authorities only. Otherwise SKYFERRY_CA_FILE.")
    private Path caFile;

    @Option(
            names = "--proxy",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Go through this HTTP proxy, like http://proxy:3128, or 'none'. Otherwise https_proxy, "
                    + "http_proxy, all_proxy and no_proxy. Never for a server on this machine.")
    private String proxy;

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print the server's JSON document, nothing else, to standard output.")
    private boolean json;

    ConnectionOptions(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Output output() {
        if (output == null) {
            output = new Output(surroundings, json);
        }
        return output;
    }

    Optional<String> user() {
        return Optional.ofNullable(user);
    }

    Session open() {
        Optional<DataDirectory> directory = DataDirectory.find(dataDir, surroundings);
        Route route = route(directory);
        if (tokenFile == null && surroundings.variable("SKYFERRY_TOKEN").isEmpty()) {
            LoginRenewal.renewIfDue(route, surroundings);
        }
        return session(route, Identities.choose(tokenFile, user, route.server(), directory, surroundings));
    }

    /** For the sign-in itself. */
    Session openAsNobody() {
        return session(route(DataDirectory.find(dataDir, surroundings)), Identity.NOBODY);
    }

    /** As whom 'login' was. */
    Session openAsLogin() {
        Route route = route(DataDirectory.find(dataDir, surroundings));
        LoginRenewal.renewIfDue(route, surroundings);
        return session(route, Identities.login(route.server(), surroundings));
    }

    private Route route(Optional<DataDirectory> directory) {
        URI address = ServerAddress.choose(server, directory, surroundings);
        return Route.of(address, caFile, proxy, surroundings);
    }

    private Session session(Route route, Identity identity) {
        return new Session(ApiClient.open(route, identity), output(), surroundings);
    }
}
