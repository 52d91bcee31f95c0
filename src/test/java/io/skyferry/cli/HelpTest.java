package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest extends CommandTest {

    static Stream<String> commands() {
        return Invocation.commands().filter(command -> !command.equals("help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void explains_each_command_with_examples_and_exit_codes(String command) {
        String[] words = command.split(" ");
        String[] help = Arrays.copyOf(words, words.length + 1);
        help[words.length] = "--help";
        assertThat(run(help)).isZero();
        assertThat(here.out())
                .startsWith("Usage: skyferry " + command)
                .contains("--json", "--server", "--proxy", "--ca-file", "Exit codes:", "Examples:")
                .containsPattern("3 +not signed in")
                .containsPattern("130 +interrupted");
        assertThat(here.out()
                        .lines()
                        .dropWhile(line -> !line.equals("Examples:"))
                        .filter(line -> line.startsWith("  skyferry ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Invocation.problem(line.strip())).isEmpty());
    }

    @Test
    void lists_each_command_once() {
        CommandLine root = Skyferry.commandLine(new Skyferry(here.get()));
        List<String> listed = Menu.GROUPS.stream()
                .map(Map.Entry::getValue)
                .flatMap(Collection::stream)
                .toList();
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(root.getSubcommands().keySet());
        assertThat(run("--help")).isZero();
        assertThat(listed).allSatisfy(name -> assertThat(here.out()).containsPattern("\n  " + name + " +[A-Z]"));
        assertThat(here.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void completes_commands_options_and_words() {
        assertThat(run("completion")).isZero();
        assertThat(here.out())
                .contains("process-without-failed", "--processed", "complete -F")
                .contains("--changed-since", "NEEDS_ATTENTION", "processing_finished", "deactivate");
    }

    @ParameterizedTest
    @CsvSource({
        "flights --changed, --changed-since",
        "projects --state NEEDS, NEEDS_ATTENTION",
        "clients deac, deactivate",
        "notices change --occasions task, task_lost"
    })
    void completes_in_bash(String typed, String completed, @TempDir Path directory) throws Exception {
        run("completion");
        Path script = Files.writeString(directory.resolve("completion"), here.out());
        String words = "skyferry " + typed;
        Process bash = new ProcessBuilder(
                        "bash",
                        "-c",
                        "source " + script + "; COMP_WORDS=(" + words + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                                + " _complete_skyferry; echo \"${COMPREPLY[*]}\"")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes())).isEqualToIgnoringNewLines(completed);
    }

    @Test
    void prints_its_version() {
        assertThat(run("version")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(here.out().lines()).hasSize(2).allMatch(line -> line.startsWith("skyferry "));
    }
}
