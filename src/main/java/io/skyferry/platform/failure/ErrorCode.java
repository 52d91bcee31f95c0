package io.skyferry.platform.failure;

import static io.skyferry.platform.failure.FailureClass.INTERNAL;
import static io.skyferry.platform.failure.FailureClass.REMOTE_PERMANENT;
import static io.skyferry.platform.failure.FailureClass.REMOTE_TRANSIENT;
import static io.skyferry.platform.failure.FailureClass.RESOURCE;
import static io.skyferry.platform.failure.FailureClass.USER;

/**
 * The one catalogue of failures. The name of a constant is the stable code that appears in the log, in REST answers,
 * in ledger rows and on the page; it never changes its meaning. {@link #title} is the short text of a REST answer's
 * {@code error}, {@link #hint} says what to do next.
 */
public enum ErrorCode {
    INVALID_REQUEST(USER, 400, false, "Invalid request", "Correct the named field and send the request again."),
    NOT_SIGNED_IN(
            USER, 401, false, "Not signed in", "Sign in, or send 'Authorization: Bearer' with a Tapis access token."),
    INVALID_TOKEN(USER, 401, false, "Invalid token", "Get a new access token from Tapis and send that."),
    NO_TAPIS_TOKEN(USER, 401, false, "No Tapis token found", "Sign in with Tapis first."),
    TOKEN_EXPIRED(USER, 401, false, "Token expired", "Sign in with Tapis again; interrupted syncs then go on."),
    SIGN_IN_REFUSED(USER, 401, false, "Sign-in refused", "Check the user name and the password, then try again."),
    SIGN_IN_EXPIRED(USER, 400, false, "Sign-in can't be finished", "Start the sign-in again."),
    TOO_MANY_ATTEMPTS(USER, 429, true, "Too many attempts", "Wait for a while, then try again."),
    OTHER_SITE(USER, 403, false, "Request of another site", "Send the request from Skyferry's own page."),
    FORBIDDEN(USER, 403, false, "Not allowed", "Ask an administrator for the role that this needs."),
    NOT_FOUND(USER, 404, false, "Not found", "Check the address."),
    FLIGHT_NOT_FOUND(USER, 404, false, "Flight not found", "List your flights, or scan for them again."),
    PROJECT_NOT_FOUND(USER, 404, false, "Project not found", "List your projects with GET flight-projects/."),
    JOB_NOT_FOUND(USER, 404, false, "Job not found", "List your jobs to see their ids."),
    CLIENT_NOT_FOUND(USER, 404, false, "OAuth2 client not found", "Ask an administrator which clients are active."),
    SYSTEM_NOT_ACCESSIBLE(
            USER, 404, false, "System not accessible", "Check the system's id and that you may read it in Tapis."),
    NO_FLIGHTS(
            USER,
            404,
            false,
            "No flight directories found",
            "A flight is a directory at the system's root with JPEG files in code/images."),
    METHOD_NOT_ALLOWED(USER, 405, false, "Method not allowed", "See the API document for the methods of this path."),
    TOO_LARGE(USER, 413, false, "Request too large", "Send less at one time."),
    UNSUPPORTED_MEDIA_TYPE(USER, 415, false, "Unsupported media type", "Send JSON: 'Content-Type: application/json'."),
    NOT_ACCEPTABLE(USER, 406, false, "Not acceptable", "Accept application/json."),
    CONFLICT(USER, 409, false, "Conflicting state", "Look at the current state, then decide again."),
    TOO_FEW_IMAGES(
            USER,
            409,
            false,
            "Too few images",
            "WebODM needs at least 2 images; add images to the flight and sync again."),

    IMAGES_MISSING(
            USER,
            409,
            false,
            "Some images are missing",
            "Retry the failed images, or process the project without them."),
    NEW_IMAGES(
            USER,
            409,
            false,
            "New images wait",
            "Sync with 'reprocess' to add them and have the task processed again."),
    IDEMPOTENCY_KEY_REUSED(
            USER, 422, false, "Idempotency key used before", "Send a new Idempotency-Key with a new request."),
    REQUEST_UNDER_WAY(
            USER, 409, true, "Request under way", "Send the same request again in a moment to get its answer."),

    TAPIS_UNREACHABLE(REMOTE_TRANSIENT, 502, true, "Tapis unreachable", "It is tried again; check Tapis' status page."),
    TAPIS_ERROR(REMOTE_TRANSIENT, 502, true, "Tapis failed", "It is tried again; tell Tapis' operators if it lasts."),
    TAPIS_BUSY(REMOTE_TRANSIENT, 503, true, "Tapis is busy", "It is tried again later; lower the concurrency."),
    TAPIS_UNEXPECTED_ANSWER(
            REMOTE_PERMANENT, 502, false, "Tapis answered unexpectedly", "Check WO_TAPIS_BASE_URL and the log."),
    TAPIS_FORBIDDEN(
            REMOTE_PERMANENT, 403, false, "Tapis permission denied", "Ask the system's owner for read permission."),
    TAPIS_NOT_FOUND(REMOTE_PERMANENT, 404, false, "Not found on Tapis", "The file or directory is not there any more."),
    TAPIS_HOST_CREDENTIAL(
            REMOTE_PERMANENT,
            502,
            false,
            "Tapis can't log in on the storage host",
            "Ask the system's owner to renew its credential in Tapis."),
    TAPIS_CLIENT_REFUSED(
            REMOTE_PERMANENT, 502, false, "Tapis refused the OAuth2 client", "Check the client's id and key."),

    WEBODM_UNREACHABLE(REMOTE_TRANSIENT, 502, true, "WebODM unreachable", "It is tried again; check WebODM."),
    WEBODM_ERROR(REMOTE_TRANSIENT, 502, true, "WebODM failed", "It is tried again; look at WebODM's log if it lasts."),
    WEBODM_BUSY(REMOTE_TRANSIENT, 503, true, "WebODM is busy", "It is tried again later."),
    WEBODM_SIGN_IN(
            REMOTE_PERMANENT,
            502,
            false,
            "WebODM does not accept us",
            "Check SKYFERRY_WEBODM_AUTH and its key or account, and that the user exists in WebODM."),
    WEBODM_NOT_LINKED(
            REMOTE_PERMANENT, 409, false, "No WebODM account linked", "Link your WebODM account, then try again."),
    WEBODM_NOT_FOUND(
            REMOTE_PERMANENT, 404, false, "Not found in WebODM", "It was deleted there, or belongs to another user."),
    WEBODM_TASK_GONE(
            REMOTE_PERMANENT,
            404,
            false,
            "Task gone from WebODM",
            "Sync again: a new task is made and all images are brought into it."),
    WEBODM_PROJECT_GONE(
            REMOTE_PERMANENT,
            404,
            false,
            "Project gone from WebODM",
            "Sync again: project and task are made anew and all images are brought."),
    WEBODM_REFUSED(REMOTE_PERMANENT, 502, false, "WebODM refused", "Read the detail; it is WebODM's own text."),
    WEBODM_UNEXPECTED_ANSWER(
            REMOTE_PERMANENT, 502, false, "WebODM answered unexpectedly", "Check SKYFERRY_WEBODM_URL and the log."),
    WEBODM_USER_UNKNOWN(
            REMOTE_PERMANENT,
            409,
            false,
            "WebODM does not know you",
            "Ask WebODM's administrator for an account of that name, or choose another way to act there."),

    SIZE_MISMATCH(REMOTE_TRANSIENT, 502, true, "Size differs from the listing", "It is fetched again from the start."),
    NOT_WHOLE_JPEG(
            REMOTE_PERMANENT, 422, false, "Not a whole JPEG", "Replace the file on Tapis, or process without it."),
    UPLOAD_MISMATCH(
            REMOTE_TRANSIENT, 502, true, "WebODM stored something else", "It is uploaded again from the start."),
    UNUSABLE_NAME(USER, 422, false, "File name can't be used", "Rename the file on Tapis and sync again."),
    CLAIM_LOST(RESOURCE, 409, true, "Another run took over", "Nothing to do: the run that took over continues."),

    NO_SPACE(RESOURCE, 507, true, "No disk space left", "Free space in SKYFERRY_DATA_DIR, then start the sync again."),
    DATABASE_UNAVAILABLE(RESOURCE, 503, true, "Database unavailable", "Check the database; work continues after."),
    STOPPED(RESOURCE, 409, true, "Stopped", "Start the sync again to continue where it was."),
    INTERNAL_ERROR(INTERNAL, 500, false, "Internal error", "Report it with the trace id; the log has the cause.");

    private final FailureClass failureClass;
    private final int status;
    private final boolean retryable;
    private final String title;
    private final String hint;

    ErrorCode(FailureClass failureClass, int status, boolean retryable, String title, String hint) {
        this.failureClass = failureClass;
        this.status = status;
        this.retryable = retryable;
        this.title = title;
        this.hint = hint;
    }

    /** Who can do something about it. */
    public FailureClass failureClass() {
        return failureClass;
    }

    /** Whether nothing is wrong but that somebody has to sign in with Tapis again. */
    public boolean endsWithSignIn() {
        return this == NO_TAPIS_TOKEN || this == TOKEN_EXPIRED;
    }

    /** The HTTP status of a REST answer with this code. */
    public int status() {
        return status;
    }

    /** Whether the same attempt may succeed later without anybody changing anything. */
    public boolean retryable() {
        return retryable;
    }

    /** The short text, as users were promised it. */
    public String title() {
        return title;
    }

    /** What to do next, in one sentence. */
    public String hint() {
        return hint;
    }
}
