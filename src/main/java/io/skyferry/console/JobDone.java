package io.skyferry.console;

/** The answer of an action that has no other result. */
public record JobDone(boolean success, String message) {}
