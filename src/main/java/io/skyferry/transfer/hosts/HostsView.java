package io.skyferry.transfer.hosts;

import io.skyferry.platform.pace.HostState;
import java.time.Instant;

/** The answers of the operators' host calls. */
public final class HostsView {
    private HostsView() {}

    /** @param node the server that answers; each has its own open requests */
    public record Answer(boolean success, String node, java.util.List<Host> hosts, Budget bandwidth) {}

    /**
     * @param kind {@code tapis} or {@code webodm}
     * @param state {@code WORKING}, {@code PAUSED} when the host asked for a pause, {@code AWAY} when it is only probed
     * @param allowed how many requests may be open now, from 1 to {@code maximum}
     * @param waiting requests that wait for a permit
     * @param requests since the start of this server, {@code failures} of them the host's fault
     * @param bytesPerSecond what moves now, from Tapis or to WebODM
     * @param answerMillis how long it lately took to answer; null when unknown
     */
    public record Host(
            String kind,
            String host,
            String state,
            int open,
            int allowed,
            int maximum,
            int waiting,
            long requests,
            long failures,
            long bytesPerSecond,
            Long answerMillis,
            Instant waitingSince,
            Long pausedForSeconds,
            LastError lastError) {
        static Host of(String kind, HostState host, long bytesPerSecond) {
            return new Host(
                    kind,
                    host.host(),
                    host.out() ? "AWAY" : host.pausedFor().isZero() ? "WORKING" : "PAUSED",
                    host.open(),
                    host.allowed(),
                    host.maximum(),
                    host.waiting(),
                    host.requests(),
                    host.failures(),
                    bytesPerSecond,
                    host.answerMillis() < 0 ? null : host.answerMillis(),
                    host.waitingSince(),
                    host.pausedFor().isZero() ? null : host.pausedFor().toSeconds() + 1,
                    host.lastErrorCode() == null
                            ? null
                            : new LastError(host.lastErrorCode(), host.lastErrorText(), host.lastErrorAt()));
        }
    }

    public record LastError(String code, String detail, Instant at) {}

    /**
     * Timetables in rclone's words, and what they allow now.
     *
     * @param source {@code settings}, or {@code operator} when it was set at run time
     */
    public record Budget(
            String total,
            String download,
            String upload,
            Long totalNow,
            Long downloadNow,
            Long uploadNow,
            String source,
            String changedBy,
            Instant changedAt) {}
}
