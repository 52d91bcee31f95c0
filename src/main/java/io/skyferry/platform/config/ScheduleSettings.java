package io.skyferry.platform.config;

/**
 * What the server does by itself, and when. Immutable.
 *
 * @param discovery looks for new flights of everybody who is signed in
 * @param sync brings new images of everybody's projects
 * @param purge throws away what is over
 * @param jobDays how long ended jobs are kept
 */
public record ScheduleSettings(Timetable discovery, Timetable sync, Timetable purge, int jobDays) {

    static ScheduleSettings read(SettingSource source) {
        return new ScheduleSettings(
                timetable(source, "SKYFERRY_DISCOVERY_SCHEDULE", "6h"),
                timetable(source, "SKYFERRY_SYNC_SCHEDULE", "off"),
                timetable(source, "SKYFERRY_PURGE_SCHEDULE", "03:30"),
                source.number("SKYFERRY_JOB_DAYS", 90, 1, 36500));
    }

    private static Timetable timetable(SettingSource source, String name, String preset) {
        String text = source.text(name).orElse(preset);
        try {
            return new Timetable(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(
                    name,
                    "must be off, an interval like 30m or 6h, or a time like 03:30 or sun 03:30, but is '"
                            + SettingSource.shown(text) + "'");
        }
    }
}
