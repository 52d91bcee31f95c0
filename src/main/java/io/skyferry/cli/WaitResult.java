package io.skyferry.cli;

import io.skyferry.cli.call.Cell;
import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.progress.Counts;
import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Amounts;
import io.skyferry.cli.terminal.Output;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** How waiting ended, for people, for programs and as an exit code. */
record WaitResult(String kind, List<Standing> standings, int awaited, List<FailedImages> failedImages) {

    /**
     * @param kind the name of the standings in the document: {@code jobs} or {@code projects}
     * @param awaited how many there should be; fewer when the server did not answer in time
     */
    static WaitResult of(String kind, List<Standing> standings, int awaited, Session session) {
        List<FailedImages> failed = standings.stream()
                .filter(standing -> standing.counts().imagesFailed() > 0)
                .map(standing -> FailedImages.list(kind, standing, session.api()))
                .toList();
        return new WaitResult(kind, standings, awaited, failed);
    }

    ExitCode exitCode() {
        boolean allEnded = standings.size() == awaited && standings.stream().allMatch(Standing::ended);
        if (!allEnded) {
            return ExitCode.TIMED_OUT;
        }
        return standings.stream().allMatch(Standing::good) ? ExitCode.DONE : ExitCode.WITH_FAILURES;
    }

    /** {@code {success, jobs|projects:[...], failed_images:[...]}}. */
    JsonObject document() {
        JsonArrayBuilder documents = Json.createArrayBuilder();
        standings.forEach(standing -> documents.add(standing.document()));
        JsonArrayBuilder images = Json.createArrayBuilder();
        failedImages.forEach(failed -> failed.addTo(images));
        JsonObjectBuilder document = Json.createObjectBuilder().add("success", exitCode() == ExitCode.DONE);
        if (exitCode() == ExitCode.TIMED_OUT) {
            CommandFailure.timedOut(timedOut()).document().forEach(document::add);
        }
        return document.add(kind, documents).add("failed_images", images).build();
    }

    void print(Output output) {
        standings.forEach(standing -> print(standing, output));
        failedImages.forEach(failed -> failed.print(output));
        if (exitCode() == ExitCode.TIMED_OUT) {
            output.complain(CommandFailure.timedOut(timedOut()));
        }
    }

    private String timedOut() {
        long ended = standings.stream().filter(Standing::ended).count();
        return ended + " of " + awaited + " ended in time.";
    }

    private static void print(Standing standing, Output output) {
        Counts counts = standing.counts();
        Fields fields = new Fields(standing.document());
        String line = standing.label() + ": " + standing.phase();
        if (counts.imagesTotal() > 0) {
            line += ", " + counts.imagesDone() + " of " + counts.imagesTotal() + " images, "
                    + Amounts.megabytes(counts.bytesDone());
        }
        String took = Amounts.between(fields.text("started_at"), fields.text("ended_at"))
                .map(time -> " in " + Amounts.clock(time))
                .orElse("");
        output.line(line + took);
        String error = Cell.error(fields.object("error"));
        if (!error.isEmpty()) {
            output.line("  " + error);
        }
    }
}
