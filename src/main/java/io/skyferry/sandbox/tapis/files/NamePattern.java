package io.skyferry.sandbox.tapis.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The {@code pattern} of a listing: a glob on the whole name, or {@code regex:} found anywhere in it. Case counts. */
final class NamePattern {
    private static final String REGEX = "regex:";

    private NamePattern() {}

    /** @throws java.util.regex.PatternSyntaxException when it is malformed */
    static Predicate<String> of(Optional<String> pattern) {
        String text = pattern.orElse("");
        if (text.isEmpty()) {
            return name -> true;
        }
        if (text.startsWith(REGEX)) {
            return Pattern.compile(text.substring(REGEX.length())).asPredicate();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + text);
        return name -> matcher.matches(Path.of(name));
    }
}
