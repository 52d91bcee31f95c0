package io.skyferry.cli.call;

import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Hints;
import java.util.function.Function;

/** A column of a table or a line of details: its title, and what of an object it shows. */
public record Cell(String title, boolean right, Function<Fields, String> value) {

    public static Cell of(String title, Function<Fields, String> value) {
        return new Cell(title, false, value);
    }

    public static Cell right(String title, Function<Fields, String> value) {
        return new Cell(title, true, value);
    }

    /** @param path dots lead into objects */
    static Cell text(String title, String path) {
        return of(title, fields -> text(fields, path));
    }

    static Cell number(String title, String path) {
        return right(title, fields -> text(fields, path));
    }

    static Cell time(String title, String path) {
        return of(title, fields -> Amounts.time(text(fields, path)));
    }

    static Cell size(String title, String path) {
        return right(title, fields -> text(fields, path).isEmpty() ? "" : Amounts.megabytes(number(fields, path)));
    }

    /** The texts of a list. */
    static Cell texts(String title, String path) {
        return of(title, fields -> String.join(", ", inner(fields, path).texts(last(path))));
    }

    static Cell yes(String title, String path) {
        return of(title, fields -> inner(fields, path).flag(last(path)) ? "yes" : "no");
    }

    static Cell took(String title) {
        return right(title, Cell::took);
    }

    /** How long a run took; empty while it has not ended. */
    public static String took(Fields run) {
        return Amounts.between(run.text("started_at"), run.text("ended_at"))
                .map(Amounts::clock)
                .orElse("");
    }

    /** The error of an object, with what to do about it. */
    static Cell error(String title) {
        return of(title, fields -> error(fields.object("error")));
    }

    public static String error(Fields error) {
        String code = error.text("code");
        return code.isEmpty()
                ? ""
                : error.text("detail") + " " + Hints.of(code, error.text("hint")) + " (" + code + ")";
    }

    static String text(Fields fields, String path) {
        return inner(fields, path).text(last(path));
    }

    static long number(Fields fields, String path) {
        return inner(fields, path).number(last(path));
    }

    static Fields inner(Fields fields, String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? fields : inner(fields.object(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
