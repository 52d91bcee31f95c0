package io.skyferry.transfer.delivery;

import io.skyferry.platform.failure.Failure;
import java.time.Duration;

/** Told what is going on, by several threads; must be quick and must not throw. */
public interface Progress {
    /** Nobody wants to know. */
    Progress NONE = new Progress() {};

    /** So many further bytes came from Tapis, bytes of attempts that fail later included. */
    default void downloaded(long bytes) {}

    /** So many further bytes went to WebODM, multipart headers and bytes of attempts that fail later included. */
    default void uploaded(long bytes) {}

    /** An attempt failed and another one follows after the delay. */
    default void retrying(Failure failure, Duration delay) {}
}
