package io.skyferry.functional.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@code docs/api.md} says of calls. */
public final class ApiPage {
    private static final Pattern SPAN = Pattern.compile("`([A-Z]+)?\\s*([/.][^`?]*)?[^`]*`");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
    private static final Pattern FIELD = Pattern.compile("\"([a-z][A-Za-z_0-9]*)\"\\s*:");

    /**
     * The part below one heading.
     *
     * @param calls that the heading names, as {@code get /api/x/{id}}
     * @param fields that the examples show
     */
    public record Section(String heading, List<String> calls, Set<String> fields) {}

    private final String text;

    public ApiPage() {
        try {
            text = Files.readString(Path.of("docs", "api.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param known the paths that there are; they tell what {@code .../x} stands for */
    public List<Section> sections(Set<String> known) {
        return Stream.of(text.split("(?m)^(?=###? )"))
                .filter(part -> part.startsWith("### `"))
                .map(part -> section(part, known))
                .toList();
    }

    private static Section section(String part, Set<String> known) {
        String heading = part.lines().findFirst().orElseThrow();
        Set<String> fields = BLOCK.matcher(part)
                .results()
                .flatMap(block -> FIELD.matcher(block.group(1)).results())
                .map(field -> field.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        return new Section(heading, calls(heading, known), fields);
    }

    /** Methods without a path belong to the next path; a path without one has those of the path before. */
    private static List<String> calls(String heading, Set<String> known) {
        List<String> calls = new ArrayList<>();
        List<String> methods = new ArrayList<>();
        String base = "";
        boolean complete = false;
        for (MatchResult span : SPAN.matcher(heading).results().toList()) {
            if (span.group(1) != null) {
                if (complete) {
                    methods.clear();
                }
                methods.add(span.group(1).toLowerCase(Locale.ROOT));
                complete = false;
            }
            if (span.group(2) != null) {
                String path = span.group(2).strip().replaceAll("/$", "");
                String full = path.startsWith("...") ? completed(base, path.substring(3), known) : path;
                base = path.startsWith("...") ? base : path;
                methods.forEach(method -> calls.add(method + " " + full));
                complete = true;
            }
        }
        return calls;
    }

    private static String completed(String base, String end, Set<String> known) {
        for (String above = base; !above.isEmpty(); above = above.substring(0, above.lastIndexOf('/'))) {
            if (known.contains(above + end)) {
                return above + end;
            }
        }
        return "..." + end;
    }
}
