package io.skyferry.sandbox.tapis.systems;

/** A search that can't be parsed. The service answers 400 with bare text. */
final class SearchSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SearchSyntaxException(String text) {
        super(text);
    }
}
