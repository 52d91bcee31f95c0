package io.skyferry.cli.terminal;

/** A column of a {@link Table}: text is aligned left, numbers right. */
public record Column(String title, boolean right) {

    public static Column left(String title) {
        return new Column(title, false);
    }

    public static Column right(String title) {
        return new Column(title, true);
    }

    String padded(String cell, int width) {
        String space = " ".repeat(Math.max(0, width - Table.width(cell)));
        return right ? space + cell : cell + space;
    }
}
