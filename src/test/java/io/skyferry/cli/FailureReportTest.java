package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureReportTest extends CommandTest {
    private static final String PROJECT = "GET /api/skyferry/projects/7";

    @ParameterizedTest
    @CsvSource({
        "INVALID_REQUEST,2",
        "UNUSABLE_NAME,2",
        "NOT_SIGNED_IN,3",
        "NO_TAPIS_TOKEN,3",
        "TOKEN_EXPIRED,3",
        "FORBIDDEN,4",
        "TAPIS_FORBIDDEN,4",
        "PROJECT_NOT_FOUND,5",
        "SYSTEM_NOT_ACCESSIBLE,5",
        "CONFLICT,6",
        "WEBODM_NOT_LINKED,6",
        "TAPIS_UNREACHABLE,7",
        "WEBODM_BUSY,7",
        "NO_SPACE,7",
        "INTERNAL_ERROR,7"
    })
    void gives_each_kind_of_failure_its_exit_code(ErrorCode code, int status) {
        server.failOn(PROJECT, code, "Because.");
        assertThat(run("project", "7")).isEqualTo(status);
        assertThat(here.err()).contains("skyferry: " + code.title() + ": Because.", "(" + code);
        assertThat(here.out()).isEmpty();
    }

    @Test
    void prints_error_detail_hint_and_code() {
        server.failOn(PROJECT, ErrorCode.CONFLICT, "It is being deleted.");
        run("project", "7");
        assertThat(here.err().lines())
                .containsExactly(
                        "skyferry: Conflicting state: It is being deleted.",
                        "  Look at the current state, then decide again. (CONFLICT)");
    }

    @Test
    void gives_the_trace_of_a_defect() {
        server.failOn(PROJECT, ErrorCode.INTERNAL_ERROR, "Something went wrong here.");
        run("project", "7");
        assertThat(here.err()).contains("(INTERNAL_ERROR, trace t-1)");
    }

    @Test
    void speaks_of_commands_where_the_server_speaks_of_calls() {
        server.failOn(PROJECT, ErrorCode.PROJECT_NOT_FOUND, "No project 7.");
        run("project", "7");
        assertThat(here.err()).contains("'skyferry projects'").doesNotContain("GET");
    }

    @Test
    void prints_the_failure_as_the_one_json_document() {
        server.failOn(PROJECT, ErrorCode.PROJECT_NOT_FOUND, "No project 7.");
        assertThat(run("project", "7", "--json")).isEqualTo(5);
        assertThat(document().getString("code")).isEqualTo("PROJECT_NOT_FOUND");
        assertThat(here.err()).contains("skyferry: Project not found: No project 7.");
    }

    @Test
    void passes_on_a_code_that_is_newer_than_itself() {
        server.on(PROJECT, 409, "{'success':false,'error':'Moon','detail':'Full.','code':'MOON','hint':'Wait.'}");
        assertThat(run("project", "7")).isEqualTo(6);
        assertThat(here.err()).contains("skyferry: Moon: Full.", "  Wait. (MOON)");
    }

    @Test
    void makes_a_failure_harmless_for_the_terminal() {
        server.on(PROJECT, 404, "{'success':false,'error':'E','detail':'a\\u001b[2Jb\\nc','code':'C','hint':'H'}");
        run("project", "7");
        assertThat(here.err()).contains("a\\u001b[2Jb\\u000ac").doesNotContain("\u001b");
    }

    @Test
    void reports_a_server_that_is_not_there() {
        String url = server.url();
        server.close();
        assertThat(run("systems")).isEqualTo(7);
        assertThat(here.err()).contains("Server not reachable", url, "(SERVER_UNREACHABLE)");
    }

    @Test
    void reports_an_answer_that_is_not_json() {
        server.on(PROJECT, 502, "<html>Bad gateway</html>");
        assertThat(run("project", "7")).isEqualTo(7);
        assertThat(here.err()).contains("HTTP 502 without JSON", "(SERVER_UNEXPECTED_ANSWER)");
    }

    @Test
    void takes_success_false_for_a_failure_whatever_the_status_says() {
        server.on(PROJECT, 200, "{'success':false,'error':'E','detail':'D','code':'CONFLICT','hint':'H'}");
        assertThat(run("project", "7")).isEqualTo(6);
    }

    @Test
    void does_not_follow_a_redirect_with_the_token() {
        server.on(PROJECT, 302, "", Map.of("Location", server.url() + "/elsewhere"));
        server.on("GET /elsewhere", "{'success':true}");
        assertThat(run("project", "7")).isEqualTo(7);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void calls_wrong_usage_by_its_name() {
        assertThat(run("project", "seven")).isEqualTo(2);
        assertThat(here.err()).contains("skyferry: Wrong usage:", "seven", "See 'skyferry project --help'.");
        assertThat(run("nonsense")).isEqualTo(2);
    }

    @Test
    void ends_with_130_when_interrupted() {
        Thread.currentThread().interrupt();
        assertThat(run("systems")).isEqualTo(130);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(here.err()).contains("Interrupted");
    }
}
