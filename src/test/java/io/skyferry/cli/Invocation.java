package io.skyferry.cli;

import io.skyferry.cli.fake.TestSurroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A line that calls a command, held against what the command takes. */
final class Invocation {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|([^\\s\"']+)");

    private Invocation() {}

    static CommandLine skyferry() {
        return Skyferry.commandLine(new Skyferry(new TestSurroundings().get()));
    }

    /** The names of all commands, those below others as {@code webhook set}. */
    static Stream<String> commands() {
        return below("", skyferry());
    }

    private static Stream<String> below(String above, CommandLine command) {
        return command.getSubcommands().entrySet().stream()
                .flatMap(entry -> Stream.concat(
                        Stream.of(above + entry.getKey()), below(above + entry.getKey() + " ", entry.getValue())));
    }

    /** What is wrong with {@code skyferry ...} or {@code discover_tapis_flights ...}; empty when nothing is. */
    static Optional<String> problem(String line) {
        List<String> words = words(line);
        String program = words.remove(0);
        CommandLine command = program.equals("skyferry") ? skyferry() : DiscoverTapisFlights.commandLine();
        try {
            command.parseArgs(words.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException e) {
            return Optional.of(line + ": " + e.getMessage());
        }
    }

    /** The command and the options that are named but not there; for mentions that are no whole invocations. */
    static Optional<String> unknown(String line) {
        CommandLine command = skyferry();
        List<String> words = words(line);
        for (String word : words.subList(1, words.size())) {
            Map<String, CommandLine> below = command.getSubcommands();
            if (below.containsKey(word)) {
                command = below.get(word);
            } else if (word.startsWith("--")
                    && !command.getCommandSpec().optionsMap().containsKey(word.replaceFirst("=.*", ""))) {
                return Optional.of(line + ": there is no " + word);
            } else if (!below.isEmpty() && word.matches("[a-z][a-z-]+")) {
                return Optional.of(line + ": there is no command " + word);
            }
        }
        return Optional.empty();
    }

    /** The command of a line, as {@link #commands} names it. */
    static String command(String line) {
        List<String> names = new ArrayList<>();
        CommandLine command = skyferry();
        for (String word : words(line)) {
            if (command.getSubcommands().containsKey(word)) {
                names.add(word);
                command = command.getSubcommands().get(word);
            }
        }
        return String.join(" ", names);
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String quoted = Optional.ofNullable(word.group(1)).orElse(word.group(2));
            words.add(quoted == null ? word.group(3) : quoted);
        }
        return words;
    }
}
