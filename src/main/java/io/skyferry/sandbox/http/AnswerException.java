package io.skyferry.sandbox.http;

/** Ends the handling of a request with an answer, from anywhere below the handler. */
public final class AnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    public AnswerException(Answer answer) {
        super("answered with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    public Answer answer() {
        return answer;
    }
}
