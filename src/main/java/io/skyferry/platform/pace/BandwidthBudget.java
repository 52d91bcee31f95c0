package io.skyferry.platform.pace;

import io.skyferry.platform.config.BandwidthTable;
import java.time.ZoneId;

/**
 * What may be moved per second: in all, from Tapis, and to WebODM, each by its own timetable. One per server. Somebody
 * calls {@link #turnClock} often enough. Thread-safe.
 */
public final class BandwidthBudget {
    /** Timetables by direction. */
    public record Tables(BandwidthTable total, BandwidthTable download, BandwidthTable upload) {
        public static final Tables UNLIMITED =
                new Tables(BandwidthTable.UNLIMITED, BandwidthTable.UNLIMITED, BandwidthTable.UNLIMITED);
    }

    private final Bandwidth total;
    private final Bandwidth download;
    private final Bandwidth upload;
    private final Timekeeper time;
    private final ZoneId zone;
    private volatile Tables tables = Tables.UNLIMITED;

    public BandwidthBudget(Timekeeper time, ZoneId zone) {
        this.time = time;
        this.zone = zone;
        this.total = new Bandwidth(time);
        this.download = new Bandwidth(time);
        this.upload = new Bandwidth(time);
    }

    /** No limit at all. */
    public static BandwidthBudget unlimited() {
        return new BandwidthBudget(Timekeeper.SYSTEM, ZoneId.systemDefault());
    }

    /** Holds from now on, also for what is under way. */
    public void set(Tables newTables) {
        tables = newTables;
        turnClock();
    }

    public Tables tables() {
        return tables;
    }

    /** Makes the rates those of the present time of day. */
    public void turnClock() {
        var now = time.now().atZone(zone);
        total.setRate(tables.total().at(now).orElse(0));
        download.setRate(tables.download().at(now).orElse(0));
        upload.setRate(tables.upload().at(now).orElse(0));
    }

    /** So many bytes came; returns when more may come, with the nanoseconds that it took. */
    public long downloaded(long bytes, StopSignal stop) {
        return download.take(bytes, stop) + total.take(bytes, stop);
    }

    /** So many bytes left; returns when more may leave, with the nanoseconds that it took. */
    public long uploaded(long bytes, StopSignal stop) {
        return upload.take(bytes, stop) + total.take(bytes, stop);
    }

    /** Bytes per second now; 0 = unlimited. */
    public long totalRate() {
        return total.rate();
    }

    public long downloadRate() {
        return download.rate();
    }

    public long uploadRate() {
        return upload.rate();
    }
}
