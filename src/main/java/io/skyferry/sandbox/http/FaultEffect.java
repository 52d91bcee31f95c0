package io.skyferry.sandbox.http;

import java.util.Map;

/** What a fault does to a request. Fractions are between 0 and 1, of the body's size. */
public sealed interface FaultEffect {
    /** The handler is not asked; this answer is sent. */
    record Status(int status, String contentType, String body, Map<String, String> headers) implements FaultEffect {
        public Status {
            headers = Map.copyOf(headers);
        }
    }

    /** The answer's body ends early, cleanly: a Content-Length, if any, fits the shorter body. */
    record ShortBody(double fraction) implements FaultEffect {}

    /** The connection is closed inside the answer's body, before the promised end. */
    record Abort(double fraction) implements FaultEffect {}

    /** The connection ends inside the answer's body with a TCP reset; without a line in front it is closed. */
    record Reset(double fraction) implements FaultEffect {}

    /** The connection is closed after this share of the request's body; the handler sees a cut body. */
    record AbortUpload(double fraction) implements FaultEffect {}

    /** The handler does its work, then the connection is closed without any answer. */
    record LostAnswer() implements FaultEffect {}

    /** One byte too many at the end of the answer's body. */
    record ExtraByte() implements FaultEffect {}

    /** 200 with an HTML sign-in page in place of the body. */
    record Html() implements FaultEffect {}

    /** The request is accepted and never answered, until the faults are cleared; then the connection is closed. */
    record Silent() implements FaultEffect {}

    /** The handler is asked only when the faults are cleared. */
    record Held() implements FaultEffect {}

    /** The handler is asked only after a while. */
    record Delay(long millis) implements FaultEffect {}
}
