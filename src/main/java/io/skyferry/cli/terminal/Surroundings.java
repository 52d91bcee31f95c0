package io.skyferry.cli.terminal;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Everything that a command takes from the process it runs in.
 *
 * @param variables environment variables
 * @param properties system properties; the launchers tell with them what the JVM can't find out on every release
 * @param pause how to let time pass
 * @param prompt how to ask a person for a password
 */
public record Surroundings(
        Function<String, Optional<String>> variables,
        Function<String, Optional<String>> properties,
        InputStream in,
        PrintWriter out,
        PrintWriter err,
        Clock clock,
        Pause pause,
        Prompt prompt) {

    /** Lets time pass. */
    @FunctionalInterface
    public interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    /** Asks without showing what is typed; null when nobody can be asked. */
    @FunctionalInterface
    public interface Prompt {
        char[] ask(String question);
    }

    /** An environment variable; blank counts as not set. */
    public Optional<String> variable(String name) {
        return variables.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    public boolean isInTerminal() {
        return flag("skyferry.tty.in");
    }

    public boolean isOutTerminal() {
        return flag("skyferry.tty.out");
    }

    public boolean isErrTerminal() {
        return flag("skyferry.tty.err");
    }

    private boolean flag(String name) {
        return properties.apply(name).filter("true"::equals).isPresent();
    }

    /** Columns of the terminal; 100 when it is not known. */
    public int columns() {
        return properties
                .apply("skyferry.columns")
                .filter(text -> text.matches("[1-9][0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(100);
    }
}
