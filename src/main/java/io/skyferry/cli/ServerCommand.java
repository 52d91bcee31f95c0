package io.skyferry.cli;

import io.skyferry.cli.outcome.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.ParentCommand;

/** A command that asks the server. */
abstract class ServerCommand implements Callable<Integer> {
    @ParentCommand
    private Skyferry skyferry;

    @Override
    public final Integer call() {
        return run(open(skyferry.connection())).status();
    }

    Session open(ConnectionOptions connection) {
        return connection.open();
    }

    final ConnectionOptions connection() {
        return skyferry.connection();
    }

    abstract ExitCode run(Session session);
}
