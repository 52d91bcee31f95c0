package io.skyferry.cli.terminal;

/** Makes text safe for a terminal: control, format and unpaired surrogate characters become escapes. */
public final class Printable {
    private Printable() {}

    /** The text on one line, with every character that could steer a terminal shown like {@code \}{@code u001b}. */
    public static String text(String raw) {
        if (raw.codePoints().noneMatch(Printable::isUnsafe)) {
            return raw;
        }
        StringBuilder safe = new StringBuilder(raw.length() + 16);
        raw.codePoints().forEach(point -> append(safe, point));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int point) {
        if (isUnsafe(point)) {
            for (char unit : Character.toChars(point)) {
                safe.append(String.format("\\u%04x", (int) unit));
            }
        } else {
            safe.appendCodePoint(point);
        }
    }

    private static boolean isUnsafe(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
