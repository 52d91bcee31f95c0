package io.skyferry.platform.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * A host's limit at one moment.
 *
 * @param host scheme, name and port
 * @param open requests under way
 * @param allowed how many may be under way now, from 1 to {@code maximum}
 * @param waiting requests that wait for a permit
 * @param waitingSince since when nothing has worked; null while it does
 * @param out whether only probes are sent
 * @param pausedFor how long the host still asked for silence; zero mostly
 * @param answerMillis how long it lately took to answer; -1 when unknown
 * @param lastErrorCode of the last failure that was the host's; null when there was none
 */
public record HostState(
        String host,
        int open,
        int allowed,
        int maximum,
        int waiting,
        long requests,
        long failures,
        Instant waitingSince,
        boolean out,
        Duration pausedFor,
        long answerMillis,
        String lastErrorCode,
        String lastErrorText,
        Instant lastErrorAt) {}
