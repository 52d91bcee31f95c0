package io.skyferry.platform.config;

import java.time.Duration;

/**
 * How images are moved. Immutable.
 *
 * @param bandwidth bytes per second in all, unless somebody set another budget at run time
 * @param longestOutage how long a sync waits for Tapis or WebODM to come back
 * @param resumeAfter after how long a sync that ended by an outage or a full disk is taken up again
 * @param silence how long a connection may move nothing
 * @param spoolBytes how much may lie between Tapis and WebODM on this server's disk
 * @param freeBytes how much stays free on that disk: less, and nothing is fetched any more
 * @param contentStoreBytes how much of delivered images is kept for a second time; 0 = nothing
 */
public record TransferSettings(
        BandwidthTable bandwidth,
        Duration longestOutage,
        Duration resumeAfter,
        Duration silence,
        long spoolBytes,
        long freeBytes,
        long contentStoreBytes) {
    private static final long MIB = 1 << 20;

    static TransferSettings read(SettingSource source) {
        return new TransferSettings(
                bandwidth(source),
                Duration.ofSeconds(source.number("SKYFERRY_OUTAGE_SECONDS", 6 * 3600, 1, 60 * 3600)),
                Duration.ofSeconds(source.number("SKYFERRY_RESUME_SECONDS", 900, 1, 7 * 24 * 3600)),
                Duration.ofSeconds(source.number("SKYFERRY_SILENCE_SECONDS", 60, 1, 3600)),
                source.number("SKYFERRY_SPOOL_MIB", 2048, 1, 1 << 20) * MIB,
                source.number("SKYFERRY_FREE_MIB", 200, 0, 1 << 24) * MIB,
                source.number("SKYFERRY_CONTENT_STORE_MIB", 0, 0, 1 << 24) * MIB);
    }

    private static BandwidthTable bandwidth(SettingSource source) {
        try {
            return source.text("SKYFERRY_BANDWIDTH").map(BandwidthTable::parse).orElse(BandwidthTable.UNLIMITED);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting("SKYFERRY_BANDWIDTH", e.getMessage());
        }
    }
}
