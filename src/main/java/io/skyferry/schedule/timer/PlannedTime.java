package io.skyferry.schedule.timer;

import io.skyferry.platform.config.Timetable;
import io.skyferry.schedule.start.JobName;
import java.time.Instant;
import java.util.Optional;

/**
 * A schedule and its times.
 *
 * @param next empty when it is off
 * @param last when its time last came; empty when it never did
 */
public record PlannedTime(JobName job, Timetable timetable, Optional<Instant> next, Optional<Instant> last) {}
