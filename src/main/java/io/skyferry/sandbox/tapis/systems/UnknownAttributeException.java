package io.skyferry.sandbox.tapis.systems;

/** A search names something that a system does not have, or that can't be searched. The service answers 500. */
final class UnknownAttributeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownAttributeException(String name) {
        super(name);
    }
}
