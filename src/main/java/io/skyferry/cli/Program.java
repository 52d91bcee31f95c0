package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.terminal.Printable;
import io.skyferry.cli.terminal.Surroundings;
import io.skyferry.platform.failure.ErrorCode;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs a command line inside given surroundings, with our failures and exit codes instead of picocli's. */
final class Program {
    private final CommandLine commandLine;
    private final ConnectionOptions connection;
    private final Surroundings surroundings;

    Program(CommandLine command, ConnectionOptions connection, Surroundings surroundings) {
        this.connection = connection;
        this.surroundings = surroundings;
        boolean colour = surroundings.isOutTerminal()
                && surroundings.variable("NO_COLOR").isEmpty();
        commandLine = command.setOut(surroundings.out())
                .setErr(surroundings.err())
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(Math.min(120, Math.max(80, surroundings.columns())))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colour ? Ansi.ON : Ansi.OFF))
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler(this::failed);
        headExamples(commandLine);
    }

    private static void headExamples(CommandLine command) {
        command.getCommandSpec().usageMessage().footerHeading("%nExamples:%n");
        command.getSubcommands().values().forEach(Program::headExamples);
    }

    /** @return the exit status */
    int run(String... arguments) {
        int status = commandLine.execute(arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return status;
    }

    private int wrongUsage(ParameterException thrown, String[] arguments) {
        String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
        String message = Optional.ofNullable(thrown.getMessage()).orElse("");
        surroundings.err().println("skyferry: Wrong usage: " + Printable.text(message.replace('\n', ' ')));
        surroundings.err().println("  See '" + command + " --help'. (" + ErrorCode.INVALID_REQUEST + ")");
        return ExitCode.WRONG_USAGE.status();
    }

    private int failed(Exception thrown, CommandLine command, ParseResult parsed) {
        CommandFailure failure = thrown instanceof CommandFailure known ? known : unknown(thrown);
        connection.output().fail(failure);
        return failure.exitCode().status();
    }

    private static CommandFailure unknown(Exception thrown) {
        String place = thrown.getStackTrace().length > 0 ? " at " + thrown.getStackTrace()[0] : "";
        return CommandFailure.of(
                ErrorCode.INTERNAL_ERROR,
                "A defect of the command line: " + thrown.getClass().getName() + place,
                "Report it with this line and the command.");
    }
}
