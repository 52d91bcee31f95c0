package io.skyferry.cli;

import io.skyferry.cli.call.Pages;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.server.Fields;
import io.skyferry.cli.terminal.Output;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "images",
        description = "List the images of a project and how far each is.",
        footer = "  skyferry images 12 --state FAILED")
final class Images extends ServerCommand {
    private enum State {
        LISTED,
        DELIVERED,
        FAILED,
        REFUSED,
        GONE
    }

    @Parameters(paramLabel = "ID", description = "The project's id, see 'skyferry projects'.")
    private long id;

    @Option(names = "--state", paramLabel = "STATE", description = "Only these: ${COMPLETION-CANDIDATES}.")
    private State state;

    @Option(names = "--limit", paramLabel = "N", description = "One page of at most N images. Otherwise all images.")
    private Integer limit;

    @Option(names = "--after", paramLabel = "NEXT", description = "Go on where a page ended: its 'next'.")
    private String after;

    @Override
    ExitCode run(Session session) {
        ImagePages pages = new ImagePages(
                session.api(), id, state == null ? null : state.name().toUpperCase(Locale.ROOT));
        JsonObject answer = limit == null ? all(pages) : pages.get(limit, after);
        session.output().show(answer, () -> print(answer, session.output()));
        return ExitCode.DONE;
    }

    /** All pages as one, in the form of a page. */
    private JsonObject all(ImagePages pages) {
        JsonArrayBuilder images = Json.createArrayBuilder();
        Optional<String> next = Optional.ofNullable(after);
        do {
            JsonObject page = pages.get(ImagePages.PAGE, next.orElse(null));
            new Fields(page).list("images").forEach(image -> images.add(image.object()));
            next = Pages.findNext(page);
        } while (next.isPresent());
        JsonArray merged = images.build();
        return Json.createObjectBuilder()
                .add("success", true)
                .add("images", merged)
                .add("count", merged.size())
                .add("next", JsonValue.NULL)
                .build();
    }

    private static void print(JsonObject answer, Output output) {
        Fields page = new Fields(answer);
        if (page.list("images").isEmpty()) {
            output.line("No images.");
            return;
        }
        ImageTable.print(page.list("images"), output);
        Pages.findNext(answer).ifPresent(next -> output.line("More: --after " + next));
    }
}
