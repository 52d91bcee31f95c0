package io.skyferry.cli;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.terminal.Surroundings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** Where a password comes from; never from the command line, where every user of the machine can read it. */
final class PasswordOptions {
    @Option(names = "--password-stdin", description = "Read the password from standard input: its first line.")
    private boolean fromInput;

    String read(String question, Surroundings surroundings) {
        String password = fromInput ? firstLine(surroundings) : asked(question, surroundings);
        if (password.isEmpty()) {
            throw CommandFailure.usage("The password is empty.", "Type it, or pipe it in with --password-stdin.");
        }
        return password;
    }

    /** Asked for on a terminal, the first line of standard input elsewhere. */
    static String readSomehow(String question, Surroundings surroundings) {
        String secret = surroundings.isInTerminal() ? asked(question, surroundings) : firstLine(surroundings);
        if (secret.isEmpty()) {
            throw CommandFailure.usage("What is secret is empty.", "Type it, or pipe it in: its first line.");
        }
        return secret;
    }

    private static String firstLine(Surroundings surroundings) {
        try {
            String all = new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
            return all.lines().findFirst().orElse("");
        } catch (IOException e) {
            throw CommandFailure.usage("Standard input can't be read.", "Pipe the password in.");
        }
    }

    private static String asked(String question, Surroundings surroundings) {
        char[] typed = surroundings.isInTerminal() ? surroundings.prompt().ask(question) : null;
        if (typed == null) {
            throw CommandFailure.usage("There is no terminal to ask for the password.", "Use --password-stdin.");
        }
        return new String(typed);
    }
}
