package io.skyferry.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.cli.fake.TestSurroundings;
import io.skyferry.cli.outcome.CommandFailure;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

class OutputTest {
    private final TestSurroundings here = new TestSurroundings();

    @Test
    void prints_one_document_even_when_something_fails_after_it() {
        Output output = new Output(here.get(), true);
        output.show(Json.createObjectBuilder().add("success", true).build(), () -> {});
        output.fail(CommandFailure.interrupted());
        assertThat(here.out().lines()).containsExactly("{\"success\":true}");
        assertThat(here.err()).contains("(INTERRUPTED)");
    }

    @Test
    void keeps_lines_for_people_out_of_json() {
        Output output = new Output(here.get(), true);
        output.line("hello");
        output.table(new Table(Column.left("A")));
        assertThat(here.out()).isEmpty();
    }
}
