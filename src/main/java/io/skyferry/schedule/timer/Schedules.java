package io.skyferry.schedule.timer;

import io.skyferry.platform.config.ScheduleSettings;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.config.Timetable;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.schedule.start.JobName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/** Which job is to run at which times, and whether one of those has come. */
@ApplicationScoped
public class Schedules {
    private TickLedger ticks;
    private Clock clock;
    private DoubleSupplier chance;
    private Map<JobName, Timetable> timetables;

    /** For the container's proxies only. */
    protected Schedules() {}

    @Inject
    public Schedules(TickLedger ticks, Settings settings, Clock clock) {
        this(ticks, settings.schedule(), clock, Math::random);
    }

    /** @param chance from 0 to 1, for the jitter */
    Schedules(TickLedger ticks, ScheduleSettings settings, Clock clock, DoubleSupplier chance) {
        this.ticks = ticks;
        this.clock = clock;
        this.chance = chance;
        this.timetables = new LinkedHashMap<>();
        timetables.put(JobName.PERIODIC_DISCOVERY, settings.discovery());
        timetables.put(JobName.PERIODIC_SYNC, settings.sync());
        timetables.put(JobName.PURGE, settings.purge());
    }

    /** All schedules, in a fixed order. */
    public List<PlannedTime> list() {
        return timetables.keySet().stream().map(this::get).toList();
    }

    private PlannedTime get(JobName job) {
        Optional<ScheduleTick> tick = ticks.find(job.id());
        Timetable timetable = timetables.get(job);
        return new PlannedTime(
                job,
                timetable,
                tick.map(ScheduleTick::nextAt).filter(next -> !timetable.isOff()),
                tick.flatMap(ScheduleTick::lastAt));
    }

    /** Plans what is not planned, or was planned by another timetable; forgets what is off. */
    List<PlannedTime> plan() {
        timetables.forEach((job, timetable) -> timetable
                .next(clock.instant(), chance.getAsDouble())
                .ifPresentOrElse(
                        next -> InsertRace.run(() -> ticks.plan(job.id(), timetable.toString(), next)),
                        () -> ticks.forget(job.id())));
        return list();
    }

    /** @return when its next time is, if its time had come and this server is the one that acts on it */
    Optional<Instant> takeDue(JobName job) {
        Instant now = clock.instant();
        return timetables.get(job).next(now, chance.getAsDouble()).filter(next -> ticks.takeDue(job.id(), now, next));
    }
}
