package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;
import static io.skyferry.cli.terminal.Column.right;

import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Hints;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import java.util.List;

/** Images as a table, then what to do about each kind of failure among them. */
final class ImageTable {
    private ImageTable() {}

    static void print(List<Fields> images, Output output) {
        Table table =
                new Table(left("IMAGE"), left("STATE"), right("SIZE"), right("TRIES"), left("CODE"), left("DETAIL"));
        for (Fields image : images) {
            Fields error = image.object("error");
            table.add(
                    image.text("name"),
                    image.text("state"),
                    Amounts.megabytes(image.number("size")),
                    image.text("attempts"),
                    error.text("code"),
                    error.text("detail"));
        }
        output.table(table);
        images.stream()
                .map(image -> image.object("error").text("code"))
                .filter(code -> !code.isEmpty())
                .distinct()
                .forEach(code -> output.line("  " + code + ": " + Hints.of(code)));
    }
}
