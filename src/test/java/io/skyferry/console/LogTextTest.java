package io.skyferry.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTextTest {
    @TempDir
    private Path directory;

    @Test
    void readsSeveralFilesAsOneInTheOrderOfTime() throws IOException {
        Path job = file("job", """
                [11/23/26, 19:58:02:527 UTC] logger      first
                with a second line

                [11/23/26, 19:58:09:000 UTC] logger      last
                """);
        Path partition = file("partition", "[11/23/26, 19:58:04:014 UTC] [transfer partition2] logger   between\n");

        assertThat(LogText.tail(List.of(job, partition), 100))
                .containsExactly(
                        "2026-11-23T19:58:02.527Z logger  first",
                        "with a second line",
                        "2026-11-23T19:58:04.014Z [transfer partition2] logger  between",
                        "2026-11-23T19:58:09.000Z logger  last");
    }

    @Test
    void countsItsLinesFromTheEnd() throws IOException {
        Path job = file("job", "[11/23/26, 1:58:02:527 CET] a\nb\nc\n");

        assertThat(LogText.tail(List.of(job), 2)).containsExactly("b", "c");
        assertThat(LogText.tail(List.of(job), 3).get(0)).isEqualTo("2026-11-23T00:58:02.527Z a");
    }

    @Test
    void leavesOutTheJobsDefinition() throws IOException {
        Path job = file("job", """
                [11/23/26, 19:58:02:527 UTC] logger CWWKY0042I: The resolved JSL is
                <job/>
                [11/23/26, 19:58:09:000 UTC] logger done
                """);

        assertThat(LogText.tail(List.of(job), 9)).containsExactly("2026-11-23T19:58:09.000Z logger done");
    }

    @Test
    void keepsWhatAnotherLanguageWroteAsItIs() throws IOException {
        Path job = file("job", "[23.11.26, 19:58:02:527 UTC] eins\n[23.11.26, 19:58:01:527 UTC] zwei\n");

        assertThat(LogText.tail(List.of(job), 9))
                .containsExactly("[23.11.26, 19:58:02:527 UTC] eins", "[23.11.26, 19:58:01:527 UTC] zwei");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
