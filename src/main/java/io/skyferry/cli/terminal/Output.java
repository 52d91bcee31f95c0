package io.skyferry.cli.terminal;

import io.skyferry.cli.outcome.CommandFailure;
import jakarta.json.JsonObject;

/**
 * Prints either for people or, with {@code --json}, exactly one JSON document to standard output. Not thread-safe.
 */
public final class Output {
    private final Surroundings surroundings;
    private final boolean json;
    private boolean documentPrinted;

    public Output(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
    }

    /** The result: the document itself, or what {@code forPeople} prints. */
    public void show(JsonObject document, Runnable forPeople) {
        if (json) {
            document(document);
        } else {
            forPeople.run();
        }
    }

    private void document(JsonObject document) {
        if (!documentPrinted) {
            // outside of strings JSON has only printable characters, so this changes the spelling, not the meaning
            surroundings.out().println(Printable.text(document.toString()));
            surroundings.out().flush();
            documentPrinted = true;
        }
    }

    /** One of many results: with {@code --json} a document on a line of its own, each as soon as it is there. */
    public void showNext(JsonObject document, Runnable forPeople) {
        if (json) {
            surroundings.out().println(Printable.text(document.toString()));
        } else {
            forPeople.run();
        }
        surroundings.out().flush();
    }

    /** One line of a result for people. */
    public void line(String text) {
        if (!json) {
            surroundings.out().println(Printable.text(text));
        }
    }

    public void table(Table table) {
        table.lines().forEach(this::line);
    }

    /** A remark that belongs to no result. */
    public void note(String text) {
        surroundings.err().println(Printable.text(text));
    }

    /** A remark worth making only while somebody watches. */
    public void noteOnTerminal(String text) {
        if (surroundings.isErrTerminal()) {
            note(text);
        }
    }

    /** Says what failed; with {@code --json} the failure is the one document when there was none. */
    public void fail(CommandFailure failure) {
        show(failure.document(), () -> {});
        complain(failure);
    }

    /** Says what failed while the command goes on. */
    public void complain(CommandFailure failure) {
        surroundings.out().flush();
        JsonObject document = failure.document();
        note("skyferry: " + document.getString("error", "Failed") + ": " + document.getString("detail", ""));
        String code = document.getString("code", "");
        note("  " + Hints.of(code, document.getString("hint", "")) + " (" + code + trace(document) + ")");
    }

    private static String trace(JsonObject document) {
        String trace = document.getString("trace", "");
        return document.getString("code", "").equals("INTERNAL_ERROR") && !trace.isEmpty() ? ", trace " + trace : "";
    }
}
