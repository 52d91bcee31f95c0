package io.skyferry.sandbox.http;

/** Answers one request. An {@link AnswerException} becomes its answer, an IOException closes the connection. */
@FunctionalInterface
public interface Handler {
    Answer handle(Request request) throws Exception;
}
