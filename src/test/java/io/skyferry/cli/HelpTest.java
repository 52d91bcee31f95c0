package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest extends CommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "systems",
                "flights",
                "create",
                "projects",
                "project",
                "images",
                "sync",
                "retry",
                "process-without-failed",
                "discover",
                "sync-all",
                "start",
                "schedules",
                "jobs",
                "job",
                "stop",
                "wait",
                "sign-in",
                "status",
                "link-webodm"
            })
    void explains_each_command_with_its_exit_codes(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(here.out())
                .startsWith("Usage: skyferry " + command)
                .contains("--json", "--server", "Exit codes:")
                .containsPattern("3 +not signed in")
                .containsPattern("130 +interrupted");
        assertThat(run("--help")).isZero();
        assertThat(here.out()).containsPattern("\n  " + command + " +[A-Z]");
    }

    @Test
    void completes_commands_and_options() {
        assertThat(run("completion")).isZero();
        assertThat(here.out()).contains("process-without-failed", "--processed", "complete -F");
    }

    @Test
    void prints_its_version() {
        assertThat(run("version")).isZero();
        assertThat(run("--version")).isZero();
        assertThat(here.out().lines()).hasSize(2).allMatch(line -> line.startsWith("skyferry "));
    }
}
