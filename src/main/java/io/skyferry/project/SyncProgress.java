package io.skyferry.project;

import java.time.Instant;

/**
 * How far the present or last sync of a project is, as the server that runs it wrote about a second ago.
 *
 * @param jobId its batch execution
 * @param node the server
 * @param running false when it ended
 * @param bytesDownloaded from Tapis in this run, failed attempts included; likewise {@code bytesUploaded}
 * @param bytesDelivered of images that this run proved to be in WebODM
 * @param bytesPerSecond lately, of the busier direction; 0 when it ended
 * @param averageBytesPerSecond delivered, since its start
 * @param secondsLeft at the present rate; null when nothing moves or nothing is left
 * @param slowSide {@code TAPIS}, {@code WEBODM} or {@code US}; null when nothing moves
 * @param waitingFor the side that is away, {@code TAPIS} or {@code WEBODM}, with {@code waitingSince}; null mostly
 * @param lastErrorCode of the last failed attempt in this run, also when it was repeated with success
 */
public record SyncProgress(
        long jobId,
        String node,
        boolean running,
        Instant startedAt,
        Instant updatedAt,
        long imagesDelivered,
        long imagesFailed,
        long bytesDownloaded,
        long bytesUploaded,
        long bytesDelivered,
        long bytesLeft,
        long bytesPerSecond,
        long averageBytesPerSecond,
        Long secondsLeft,
        long retries,
        String slowSide,
        String waitingFor,
        Instant waitingSince,
        String lastErrorCode) {}
