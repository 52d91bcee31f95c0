package io.skyferry.transfer.delivery;

import io.skyferry.platform.failure.Failure;
import java.time.Duration;

/** Told what is going on, by several threads; must be quick and must not throw. */
public interface Progress {
    /** Nobody wants to know. */
    Progress NONE = new Progress() {};

    /** What the time of an image goes to. */
    enum Activity {
        /** Waiting for room in the spool. */
        WAITING_FOR_SPACE,
        /** Waiting for a permit of Tapis. */
        WAITING_FOR_TAPIS,
        /** A request to Tapis is open. */
        FETCHING,
        /** Waiting for a permit of WebODM. */
        WAITING_FOR_WEBODM,
        /** A request to WebODM is open. */
        BRINGING,
        /** Of {@link #FETCHING}: holding back, because the bandwidth budget says so. */
        FETCHING_HELD_BACK,
        /** Of {@link #BRINGING}: holding back, because the bandwidth budget says so. */
        BRINGING_HELD_BACK,
        /** Writing into the ledger what became of it. */
        WRITING_DOWN
    }

    /** So many further bytes came from Tapis, bytes of attempts that fail later included. */
    default void downloaded(long bytes) {}

    /** So many further bytes went to WebODM, multipart headers and bytes of attempts that fail later included. */
    default void uploaded(long bytes) {}

    /** An attempt failed and another one follows after the delay. */
    default void retrying(Failure failure, Duration delay) {}

    /** An image spent so much time with this. */
    default void spent(Activity activity, long nanos) {}
}
