package io.skyferry.cli.call;

import java.util.ArrayList;
import java.util.List;

/**
 * A command that is one request of the REST API.
 *
 * @param name the words after {@code skyferry}
 * @param path with the names of path parameters in braces
 * @param examples what follows {@code skyferry}, for the help
 */
public record Call(
        String name,
        String method,
        String path,
        String description,
        List<Parameter> parameters,
        Paging paging,
        View view,
        List<String> examples) {

    private static Call of(String name, String method, String path, String description) {
        return new Call(name, method, path, description, List.of(), Paging.NONE, View.message(), List.of());
    }

    static Call get(String name, String path, String description) {
        return of(name, "GET", path, description);
    }

    static Call post(String name, String path, String description) {
        return of(name, "POST", path, description);
    }

    static Call put(String name, String path, String description) {
        return of(name, "PUT", path, description);
    }

    static Call delete(String name, String path, String description) {
        return of(name, "DELETE", path, description);
    }

    Call with(Parameter... more) {
        List<Parameter> all = new ArrayList<>(parameters);
        all.addAll(List.of(more));
        return new Call(name, method, path, description, List.copyOf(all), paging, view, examples);
    }

    /** Adds {@code --limit} and {@code --after}. */
    Call in(Paging pages) {
        String usual = pages.whole() ? "Otherwise all." : "Otherwise as many as the server likes.";
        Call paged = with(
                Parameter.query("limit", "--limit", "N", "At most so many. " + usual)
                        .as(Parameter.Kind.NUMBER),
                Parameter.query(pages.after(), "--after", "NEXT", "Go on where a page ended: its 'next'."));
        return new Call(name, method, path, description, paged.parameters, pages, view, examples);
    }

    Call shows(View how) {
        return new Call(name, method, path, description, parameters, paging, how, examples);
    }

    Call example(String... commands) {
        return new Call(name, method, path, description, parameters, paging, view, List.of(commands));
    }
}
