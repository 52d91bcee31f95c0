package io.skyferry.cli;

import io.skyferry.cli.terminal.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ScopeType;

/** The command {@code skyferry}. */
@Command(
        name = "skyferry",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Brings drone flights from Tapis storage into WebODM.",
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done",
            " 1:finished, but with failures, which are reported",
            " 2:wrong usage or setting",
            " 3:not signed in, or the token expired",
            " 4:not allowed",
            " 5:not found",
            " 6:conflict with the current state",
            " 7:server, Tapis or WebODM not reachable or failing",
            " 8:time-out while waiting",
            " 130:interrupted"
        },
        subcommands = {
            Systems.class,
            Flights.class,
            Create.class,
            Discover.class,
            Projects.class,
            Project.class,
            Images.class,
            Sync.class,
            SyncAll.class,
            RetryFailed.class,
            ProcessWithoutFailed.class,
            Start.class,
            Jobs.class,
            Job.class,
            Stop.class,
            Wait.class,
            Schedules.class,
            Login.class,
            Logout.class,
            SignIn.class,
            Status.class,
            LinkWebOdm.class,
            Admin.class,
            Completion.class,
            Version.class,
            HelpCommand.class
        })
final class Skyferry {
    @Mixin
    private final ConnectionOptions connection;

    Skyferry(Surroundings surroundings) {
        this.connection = new ConnectionOptions(surroundings);
    }

    ConnectionOptions connection() {
        return connection;
    }

    /** @return the exit status */
    static int run(Surroundings surroundings, String... arguments) {
        Skyferry skyferry = new Skyferry(surroundings);
        return new Program(skyferry, skyferry.connection, surroundings).run(arguments);
    }

    public static void main(String... arguments) {
        System.exit(run(ThisProcess.surroundings(), arguments));
    }
}
