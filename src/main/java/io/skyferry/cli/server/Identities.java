package io.skyferry.cli.server;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.platform.failure.ErrorCode;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses as whom to send requests: a Tapis token when there is one, else the saved login, else the key of the server on this machine. */
public final class Identities {
    private static final String BOTH_WAYS =
            "Log in with 'skyferry login', or give a Tapis access token by --token-file FILE or SKYFERRY_TOKEN; or, on "
                    + "the server's own machine, name its data directory by --data-dir DIR or SKYFERRY_DATA_DIR and the user "
                    + "by --user NAME.";

    private Identities() {}

    /**
     * @param tokenFile null when not given
     * @param user as whom; null when not given
     */
    public static Identity choose(
            Path tokenFile, String user, URI server, Optional<DataDirectory> dataDirectory, Surroundings surroundings) {
        Optional<BearerIdentity> bearer = Optional.ofNullable(tokenFile)
                .map(BearerIdentity::ofFile)
                .or(() -> surroundings.variable("SKYFERRY_TOKEN").map(BearerIdentity::ofText));
        if (bearer.isPresent()) {
            Optional.ofNullable(user).ifPresent(bearer.get()::mustBelongTo);
            return bearer.get();
        }
        Optional<Identity> login = findLogin(user, server, surroundings);
        if (login.isPresent()) {
            return login.get();
        }
        DataDirectory directory = dataDirectory.orElseThrow(
                () -> CommandFailure.of(ErrorCode.NOT_SIGNED_IN, "There is no token and no local server.", BOTH_WAYS));
        return local(directory, user, server, surroundings);
    }

    /** The saved login for this server, unless somebody else is named to act for. */
    private static Optional<Identity> findLogin(String user, URI server, Surroundings surroundings) {
        Optional<String> named = Optional.ofNullable(user).or(() -> surroundings.variable("SKYFERRY_USER"));
        return SavedLogin.find(server, surroundings)
                .filter(login -> named.map(login::belongsTo).orElse(true))
                .map(BearerIdentity::ofSaved);
    }

    /** @throws CommandFailure NOT_SIGNED_IN when nothing is saved for this server */
    public static Identity login(URI server, Surroundings surroundings) {
        return SavedLogin.find(server, surroundings)
                .map(BearerIdentity::ofSaved)
                .orElseThrow(() -> CommandFailure.of(
                        ErrorCode.NOT_SIGNED_IN, "There is no login for " + server + ".", "Nothing to do."));
    }

    private static Identity local(DataDirectory directory, String user, URI server, Surroundings surroundings) {
        if (!Loopback.isLoopback(server)) {
            throw CommandFailure.of(
                    ErrorCode.NOT_SIGNED_IN,
                    "The local key is only for a server on this machine, not for " + server + ".",
                    "Give a Tapis access token by --token-file FILE or SKYFERRY_TOKEN, or --server "
                            + "http://localhost:9080.");
        }
        String name = Optional.ofNullable(user)
                .or(() -> surroundings.variable("SKYFERRY_USER"))
                .orElseThrow(() -> CommandFailure.usage(
                        "Nobody is named to act for.", "Give --user NAME (or NAME@TENANT), or set SKYFERRY_USER."));
        return LocalIdentity.of(directory.keyFile(), name, surroundings.clock());
    }
}
