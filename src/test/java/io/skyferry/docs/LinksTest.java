package io.skyferry.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|(?:src|srcset|href)=\"([^\"]+)\"");

    @Test
    void every_link_to_a_file_of_the_project_leads_somewhere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : Documents.list()) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(LinksTest::target)
                    .filter(target -> !target.contains(":") && !target.startsWith("#"))
                    .map(target -> target.replaceAll("#.*", ""))
                    .filter(target -> Files.notExists(directory(document).resolve(target)))
                    .forEach(target -> broken.add(document + " -> " + target));
        }
        assertThat(broken).isEmpty();
    }

    private static String target(MatchResult link) {
        return Optional.ofNullable(link.group(1)).orElseGet(() -> link.group(2));
    }

    private static Path directory(Path document) {
        return Optional.ofNullable(document.getParent()).orElse(Path.of(""));
    }
}
