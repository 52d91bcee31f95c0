package io.skyferry.project.browse;

/** A pattern for SQL's {@code like ... escape '!'} that finds a text anywhere, and no wildcard of the asker's. */
final class NamePart {
    private NamePart() {}

    static String pattern(String text) {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
