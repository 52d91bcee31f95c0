package io.skyferry.cli;

import static io.skyferry.cli.terminal.Column.left;
import static io.skyferry.cli.terminal.Column.right;

import io.skyferry.cli.progress.Counts;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Table;
import io.skyferry.cli.watch.ProjectSubject;
import java.util.List;

/** The caller's projects as a table. */
final class ProjectList {
    private ProjectList() {}

    static Table table(List<Fields> projects) {
        Table table = new Table(
                right("ID"),
                left("FLIGHT"),
                left("SYSTEM"),
                left("STATE"),
                right("IMAGES"),
                right("FAILED"),
                right("SIZE"));
        for (Fields project : projects) {
            Counts counts = ProjectSubject.counts(project);
            table.add(
                    project.text("id"),
                    project.text("flight_name"),
                    project.text("system_id"),
                    project.text("state"),
                    counts.imagesDone() + "/" + counts.imagesTotal(),
                    Long.toString(counts.imagesFailed()),
                    Amounts.megabytes(counts.bytesDone(), counts.bytesTotal()));
        }
        return table;
    }
}
