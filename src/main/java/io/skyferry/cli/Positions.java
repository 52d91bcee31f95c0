package io.skyferry.cli;

import io.skyferry.cli.call.Cell;
import io.skyferry.cli.call.View;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "positions",
        description = "Show where the images of a flight were taken. The server starts reading when it is first asked.",
        footer = "  skyferry positions 3 --wait")
final class Positions extends ServerCommand {
    private static final View VIEW = View.details(
                    "positions",
                    Cell.of("State", positions -> positions.text("state")),
                    Cell.of("Read", positions -> positions.text("read") + " of " + positions.text("of")),
                    Cell.of("Images", positions -> positions.text("total_images")),
                    Cell.of("With position", positions -> positions.text("with_position")),
                    Cell.of("Outliers", positions -> positions.text("outliers")),
                    Cell.of("Box", Positions::box),
                    Cell.of("Error", positions -> Cell.error(positions.object("error"))))
            .then(View.table(
                    "positions.images",
                    "",
                    Cell.of("IMAGE", image -> image.text("name")),
                    Cell.right("LATITUDE", image -> image.text("latitude")),
                    Cell.right("LONGITUDE", image -> image.text("longitude")),
                    Cell.right("ALTITUDE", image -> image.text("altitude")),
                    Cell.of("TAKEN", image -> image.text("taken_at")),
                    Cell.of("CAMERA", image -> image.text("camera")),
                    Cell.of("REMARK", image -> image.flag("outlier") ? "outlier" : image.text("odd"))));

    @Parameters(paramLabel = "ID", description = "The flight's id, see 'skyferry flights'.")
    private long id;

    @Option(names = "--all", description = "Read every image, not only an even sample of 200.")
    private boolean all;

    @Mixin
    private WaitOptions wait;

    @Override
    ExitCode run(Session session) {
        String path = "/api/skyferry/flights/" + id + "/positions";
        JsonObject answer = all
                ? session.api()
                        .post(path, Json.createObjectBuilder().add("all", true).build())
                : session.api().get(path);
        if (wait.waiting() && !isOver(answer)) {
            answer = session.waiting().until(() -> session.api().get(path), Positions::isOver, wait.timeout());
        }
        JsonObject last = answer;
        session.output().show(last, () -> VIEW.print(new Fields(last), session.output()));
        return state(last).equals("FAILED") ? ExitCode.WITH_FAILURES : ExitCode.DONE;
    }

    private static boolean isOver(JsonObject answer) {
        return state(answer).equals("READY") || state(answer).equals("FAILED");
    }

    private static String state(JsonObject answer) {
        return new Fields(answer).object("positions").text("state");
    }

    private static String box(Fields positions) {
        Fields box = positions.object("bounding_box");
        return positions.has("bounding_box")
                ? "south " + box.text("south") + ", west " + box.text("west") + ", north " + box.text("north")
                        + ", east " + box.text("east")
                : "";
    }
}
