package io.skyferry.cli;

import io.skyferry.cli.call.Call;
import io.skyferry.cli.call.CallRun;
import io.skyferry.cli.call.CallSpec;
import io.skyferry.cli.call.Calls;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.terminal.Surroundings;
import java.util.List;
import picocli.CommandLine;
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
        footer = {
            "  skyferry login --server https://skyferry.example.org",
            "  skyferry scan",
            "  skyferry create --dry-run",
            "  skyferry sync --all --wait",
            "  skyferry projects --state NEEDS_ATTENTION --json"
        },
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
            Scan.class,
            Positions.class,
            Create.class,
            Discover.class,
            Project.class,
            Images.class,
            Sync.class,
            SyncAll.class,
            RetryFailed.class,
            ProcessWithoutFailed.class,
            Verify.class,
            Start.class,
            Job.class,
            JobLog.class,
            Restart.class,
            Wait.class,
            Watch.class,
            Login.class,
            Logout.class,
            SignIn.class,
            Status.class,
            LinkWebOdm.class,
            Admin.class,
            ApiRequest.class,
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

    /** All commands with all their options. */
    static CommandLine commandLine(Skyferry skyferry) {
        CommandLine root = new CommandLine(skyferry);
        Calls.list().forEach(call -> skyferry.add(call, root));
        Menu.arrange(root);
        return root;
    }

    private void add(Call call, CommandLine root) {
        String[] words = call.name().split(" ");
        CommandLine above = root;
        for (String word : List.of(words).subList(0, words.length - 1)) {
            above = above.getSubcommands().get(word);
        }
        above.addSubcommand(words[words.length - 1], CallSpec.of(call, this::run));
    }

    private int run(CallSpec spec) {
        Session session = connection.open();
        CallRun.run(
                spec,
                session.api(),
                session.output(),
                secret -> PasswordOptions.readSomehow(secret.option().substring(2) + ": ", session.surroundings()));
        return ExitCode.DONE.status();
    }

    /** @return the exit status */
    static int run(Surroundings surroundings, String... arguments) {
        Skyferry skyferry = new Skyferry(surroundings);
        return new Program(commandLine(skyferry), skyferry.connection, surroundings).run(arguments);
    }

    public static void main(String... arguments) {
        System.exit(run(ThisProcess.surroundings(), arguments));
    }
}
