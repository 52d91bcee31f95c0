package io.skyferry.flight.preview;

/** How far a preview has come. */
enum PreviewState {
    READING,
    READY,
    /** It ended early; what was read is there. */
    FAILED
}
