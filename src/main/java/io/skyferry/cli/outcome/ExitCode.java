package io.skyferry.cli.outcome;

/** The exit status of every command, by kind of outcome. */
public enum ExitCode {
    DONE(0),
    /** The command ran to its end and reported that some of the work failed. */
    WITH_FAILURES(1),
    WRONG_USAGE(2),
    NOT_SIGNED_IN(3),
    NOT_ALLOWED(4),
    NOT_FOUND(5),
    CONFLICT(6),
    /** The server, Tapis or WebODM could not be reached or failed. */
    REMOTE_FAILED(7),
    TIMED_OUT(8),
    /** What a shell reports for a process ended by SIGINT. */
    INTERRUPTED(130);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The kind of an error answer. */
    public static ExitCode ofHttpStatus(int status) {
        return switch (status) {
            case 401 -> NOT_SIGNED_IN;
            case 403 -> NOT_ALLOWED;
            case 404, 410 -> NOT_FOUND;
            case 409 -> CONFLICT;
            case 408, 429 -> REMOTE_FAILED;
            default -> status >= 400 && status < 500 ? WRONG_USAGE : REMOTE_FAILED;
        };
    }
}
