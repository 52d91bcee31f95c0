package io.skyferry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The security document names a test for each check, and no test that is not there. */
class ChecksTableTest {
    private static final Pattern TEST = Pattern.compile("`([A-Z][A-Za-z0-9]+(?:Test|IT))`");

    @Test
    void names_a_test_for_each_of_the_eighteen_checks() throws IOException {
        List<String> rows = Documents.block("docs/security.md", "checks").stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .toList();

        assertThat(rows)
                .extracting(row -> row.split("\\|")[1].strip())
                .isEqualTo(
                        IntStream.rangeClosed(1, 18).mapToObj(Integer::toString).toList());
        assertThat(rows)
                .allSatisfy(row -> assertThat(TEST.matcher(row).find()).as(row).isTrue());
    }

    @Test
    void names_only_tests_that_exist() throws IOException {
        Set<String> named = TEST.matcher(Documents.read("docs/security.md"))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(there).containsAll(named);
        }
    }

    /** Check 13: what opens no archive needs no guard against bad ones. The sandbox only writes them. */
    @Test
    void no_archive_is_opened_by_the_application() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/io/skyferry"))) {
            List<Path> openers = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.startsWith("src/main/java/io/skyferry/sandbox"))
                    .filter(ChecksTableTest::knowsArchives)
                    .toList();
            assertThat(openers).isEmpty();
        }
    }

    private static boolean knowsArchives(Path file) {
        try {
            return Pattern.compile("java\\.util\\.(zip|jar)|org\\.apache\\.commons\\.compress")
                    .matcher(Files.readString(file))
                    .results()
                    .map(MatchResult::group)
                    .findAny()
                    .isPresent();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
