package io.skyferry.platform.pace;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/**
 * A host was away for longer than we wait, or wants to be left alone for longer. It concerns all work with that host,
 * never one image alone.
 */
public final class HostOutage extends Failure {
    private static final long serialVersionUID = 1L;

    HostOutage(ErrorCode code, String detail, Throwable cause) {
        super(code, detail, cause);
    }

    HostOutage(ErrorCode code, String detail, Throwable cause, Duration retryAfter) {
        super(code, detail, cause, retryAfter);
    }

    /** Whether a failure may mean that the host is away or overloaded, rather than that one request was bad. */
    public static boolean isPossible(Failure failure) {
        return switch (failure.code()) {
            case TAPIS_BUSY, TAPIS_ERROR, TAPIS_UNREACHABLE, WEBODM_BUSY, WEBODM_ERROR, WEBODM_UNREACHABLE -> true;
            default -> false;
        };
    }

    /** Whether the host itself said that it has too much to do: never the fault of what was asked for. */
    public static boolean isPushBack(Failure failure) {
        return failure.code() == ErrorCode.TAPIS_BUSY || failure.code() == ErrorCode.WEBODM_BUSY;
    }

    /** Whether nobody answered at the host's address at all; a silence after a connection may concern one file only. */
    static boolean isNobodyThere(Failure failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpConnectTimeoutException || cause instanceof ConnectException) {
                return true;
            }
            if (cause instanceof HttpTimeoutException) {
                return false;
            }
        }
        return false;
    }
}
