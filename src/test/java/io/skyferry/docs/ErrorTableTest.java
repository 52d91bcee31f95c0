package io.skyferry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ErrorTableTest {

    /** When this fails, the expected lines of its message are the table to put into the document. */
    @Test
    void lists_every_error_code_as_the_catalogue_has_it() throws IOException {
        List<String> head =
                List.of("| code | status | class | retryable | `error` | `hint` |", "|---|---|---|---|---|---|");
        List<String> rows =
                Arrays.stream(ErrorCode.values()).map(ErrorTableTest::row).toList();
        assertThat(Documents.block("docs/api.md", "error codes"))
                .containsExactlyElementsOf(
                        Stream.concat(head.stream(), rows.stream()).toList());
    }

    private static String row(ErrorCode code) {
        return "| `%s` | %d | %s | %s | %s | %s |"
                .formatted(
                        code,
                        code.status(),
                        code.failureClass(),
                        code.retryable() ? "yes" : "no",
                        code.title(),
                        code.hint());
    }
}
