package io.skyferry.flight;

import java.util.stream.Collectors;

/** A flight's name as searches compare it: without the difference of capital and small letters. */
public final class FoldedName {
    private FoldedName() {}

    /**
     * Character by character, so that a part of a name folds as it does inside the whole one, and to the same length.
     * {@code String.toLowerCase} does neither: it looks at what stands beside a sigma and makes two of one dotted I.
     */
    public static String of(String name) {
        return name.codePoints()
                .map(Character::toLowerCase)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** A pattern for SQL's {@code like ... escape '!'} that finds the part anywhere, and no wildcard of the asker's. */
    public static String containing(String part) {
        return "%" + of(part).replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
