package io.skyferry.platform.identity;

/** A principal that knows its caller; implemented by whatever authenticates. */
public interface CallerHolder {
    Caller caller();
}
