package io.skyferry.cli.call;

import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Column;
import io.skyferry.cli.terminal.Details;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Table;
import java.util.Arrays;
import java.util.List;

/** How an answer is printed for people. */
@FunctionalInterface
public interface View {
    void print(Fields answer, Output output);

    /** One after the other. */
    default View then(View next) {
        return (answer, output) -> {
            print(answer, output);
            next.print(answer, output);
        };
    }

    /** What the server says of itself. */
    static View message() {
        return (answer, output) -> output.line(answer.text("message"));
    }

    static View line(Cell cell) {
        return (answer, output) -> {
            String value = cell.value().apply(answer);
            if (!value.isEmpty()) {
                output.line(cell.title() + value);
            }
        };
    }

    /**
     * A table with a row for each object of a list.
     *
     * @param path of the list; dots lead into objects
     * @param none the line when there is nothing in the list; empty: nothing then
     */
    static View table(String path, String none, Cell... cells) {
        return (answer, output) -> {
            List<Fields> rows = Cell.inner(answer, path).list(path.substring(path.lastIndexOf('.') + 1));
            if (!rows.isEmpty()) {
                output.table(table(rows, cells));
            } else if (!none.isEmpty()) {
                output.line(none);
            }
        };
    }

    private static Table table(List<Fields> rows, Cell... cells) {
        Table table = new Table(Arrays.stream(cells)
                .map(cell -> new Column(cell.title(), cell.right()))
                .toArray(Column[]::new));
        rows.forEach(row -> table.add(
                Arrays.stream(cells).map(cell -> cell.value().apply(row)).toArray(String[]::new)));
        return table;
    }

    /** @param field of the object; empty for the answer itself */
    static View details(String field, Cell... cells) {
        return (answer, output) -> {
            Fields object = field.isEmpty() ? answer : answer.object(field);
            Details details = new Details();
            Arrays.stream(cells)
                    .forEach(cell -> details.add(cell.title(), cell.value().apply(object)));
            details.print(output);
        };
    }
}
