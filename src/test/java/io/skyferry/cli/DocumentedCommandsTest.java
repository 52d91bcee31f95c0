package io.skyferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documents say of commands is so. */
class DocumentedCommandsTest {
    private static final Pattern CODE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
    private static final Pattern MENTION = Pattern.compile("`(?:scripts/)?(skyferry\\s[^`]+)`");

    private static List<String> invocations(String text) {
        return CODE.matcher(text)
                .results()
                .flatMap(block -> block.group(1).replaceAll("\\\\\\n\\s*", "").lines())
                .map(line -> line.replaceFirst("^\\$ ", "").replaceFirst("^scripts/", ""))
                .filter(line -> line.matches("(skyferry|discover_tapis_flights)( .*)?"))
                .filter(line -> !line.matches("skyferry:.*"))
                .map(line -> line.replaceFirst("(\\s(#|\\||>|2>|&&)|;).*", "").strip())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/cli.md", "docs/use.md", "docs/operate.md", "docs/security.md", "README.md"})
    void whatIsShownIsThere(String document) throws IOException {
        String text = Files.readString(Path.of(document));
        Stream<Optional<String>> shown = invocations(text).stream().map(Invocation::problem);
        Stream<Optional<String>> mentioned = MENTION.matcher(CODE.matcher(text).replaceAll(""))
                .results()
                .map(mention -> Invocation.unknown(mention.group(1).replaceAll("\\s+", " ")));

        assertThat(Stream.concat(shown, mentioned).flatMap(Optional::stream)).isEmpty();
    }

    @Test
    void eachCommandIsShown() throws IOException {
        List<String> shown = invocations(Files.readString(Path.of("docs/cli.md"))).stream()
                .map(Invocation::command)
                .toList();

        assertThat(shown).containsAll(Invocation.commands().toList()).hasSizeGreaterThan(50);
    }
}
