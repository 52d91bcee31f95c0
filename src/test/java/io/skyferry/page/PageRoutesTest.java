package io.skyferry.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageRoutesTest {
    private static final Path APP = Path.of("src/main/webapp/app");
    private static final Pattern ROUTE = Pattern.compile("path: '([^']+)', page: '([^']+)'");

    @Test
    void serves_the_addresses_that_the_page_knows_and_no_other() throws IOException {
        assertThat(routes().map(route -> route.group(1))).containsExactlyElementsOf(PageRoutes.ALL);
    }

    @Test
    void has_a_file_for_every_page() throws IOException {
        List<String> files = routes().map(route -> route.group(2)).toList();
        assertThat(files)
                .allSatisfy(
                        page -> assertThat(APP.resolve("pages/" + page + ".js")).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/flights", "/flights/", "/flights/12", "/jobs/999999999999999999"})
    void knows_its_addresses(String path) {
        assertThat(PageRoutes.contains(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//", "/flight", "/flights/x", "/flights/1/2", "/flights/1234567890123456789", "/WEB-INF"})
    void knows_no_other(String path) {
        assertThat(PageRoutes.contains(path)).isFalse();
    }

    private static java.util.stream.Stream<MatchResult> routes() throws IOException {
        return ROUTE.matcher(Files.readString(APP.resolve("routes.js"))).results();
    }
}
