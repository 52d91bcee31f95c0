package io.skyferry.cli.outcome;

import io.skyferry.platform.failure.ErrorCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;

/**
 * A command can't go on. The code is the server's, which may be newer than this client and then is unknown to the
 * client's own catalogue; failures that only a client can have are {@code SERVER_UNREACHABLE},
 * {@code SERVER_UNEXPECTED_ANSWER}, {@code TIMED_OUT} and {@code INTERRUPTED}. Holds no token, password or key.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;
    private final transient JsonObject document;

    private CommandFailure(ExitCode exitCode, JsonObject document, Throwable cause) {
        super(document.getString("code", "") + ": " + document.getString("detail", ""), cause);
        this.exitCode = exitCode;
        this.document = document;
    }

    /** A failure of the catalogue that the client itself found. */
    public static CommandFailure of(ErrorCode code, String detail, String hint) {
        return new CommandFailure(
                ExitCode.ofHttpStatus(code.status()), document(code.title(), detail, code.name(), hint), null);
    }

    /** An option or setting is wrong. */
    public static CommandFailure usage(String detail, String hint) {
        return of(ErrorCode.INVALID_REQUEST, detail, hint);
    }

    /** @param document the server's error answer, as it came */
    public static CommandFailure answered(int status, JsonObject document) {
        return new CommandFailure(ExitCode.ofHttpStatus(status), document, null);
    }

    public static CommandFailure unreachable(String server, Throwable cause) {
        String detail = "No answer from " + server + " (" + reason(cause) + ").";
        String hint = "Check the address (--server, SKYFERRY_SERVER) and that the server runs.";
        return new CommandFailure(
                ExitCode.REMOTE_FAILED, document("Server not reachable", detail, "SERVER_UNREACHABLE", hint), cause);
    }

    public static CommandFailure unexpectedAnswer(int status, String detail) {
        String hint = "Check that the address is Skyferry's own and no proxy stands in between.";
        ExitCode exitCode = status < 400 ? ExitCode.REMOTE_FAILED : ExitCode.ofHttpStatus(status);
        return new CommandFailure(
                exitCode, document("Unexpected answer", detail, "SERVER_UNEXPECTED_ANSWER", hint), null);
    }

    public static CommandFailure timedOut(String detail) {
        String hint = "The work goes on at the server; wait again, or give a longer --timeout.";
        return new CommandFailure(ExitCode.TIMED_OUT, document("Timed out", detail, "TIMED_OUT", hint), null);
    }

    public static CommandFailure interrupted() {
        String hint = "Work that was started goes on at the server.";
        return new CommandFailure(
                ExitCode.INTERRUPTED, document("Interrupted", "Stopped before the end.", "INTERRUPTED", hint), null);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return message == null || message.isBlank() ? kind : kind + ": " + message;
    }

    private static JsonObject document(String error, String detail, String code, String hint) {
        return Json.createObjectBuilder()
                .add("success", false)
                .add("error", error)
                .add("detail", detail)
                .add("code", code)
                .add("hint", hint)
                .build();
    }

    public ExitCode exitCode() {
        return exitCode;
    }

    /** The failure as the server's error answers look: {@code success:false, error, detail, code, hint}. */
    public JsonObject document() {
        return document;
    }
}
