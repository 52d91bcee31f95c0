package io.skyferry.schedule.timer;

import io.skyferry.schedule.run.WorkStart.Started;
import io.skyferry.schedule.start.JobName;
import io.skyferry.schedule.start.JobStarts;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Wakes the schedules. The timer that fires and the one that follows it belong to one transaction, the container's; all
 * else that happens then has its own, so that a failure here never leaves a schedule without a timer.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
public class ScheduleTimers {
    private static final Logger LOG = Logger.getLogger(ScheduleTimers.class.getName());
    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration AGAIN = Duration.ofSeconds(15);

    @Resource
    private TimerService timers;

    @Inject
    private Schedules schedules;

    @Inject
    private JobStarts starts;

    @Inject
    private Clock clock;

    @PostConstruct
    void begin() {
        for (PlannedTime planned : schedules.plan()) {
            String name = planned.job().id();
            planned.next().filter(next -> !isTimerSet(name, next)).ifPresent(next -> set(name, next));
            LOG.info(() -> "Schedule of " + name + ": " + planned.timetable()
                    + planned.next().map(next -> ", next at " + next).orElse(""));
        }
    }

    /** Replaces timers that got lost: a schedule that is a minute late has none that works. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void watch() {
        try {
            Instant late = clock.instant().minus(LATE);
            schedules.list().stream()
                    .filter(planned ->
                            planned.next().filter(next -> next.isBefore(late)).isPresent())
                    .forEach(planned -> set(planned.job().id(), clock.instant()));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The schedules could not be looked at", e);
        }
    }

    /** May come before this start's migrations, twice, late, or when the schedule is off by now. */
    @Timeout
    void tick(Timer timer) {
        String name = String.valueOf(timer.getInfo());
        try {
            JobName job = JobName.get(name);
            schedules.takeDue(job).ifPresent(next -> {
                set(name, next);
                start(job);
            });
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The schedule of " + name + " could not be kept; it is tried again", e);
            set(name, clock.instant().plus(AGAIN));
        }
    }

    /** A start that fails is over: the next time comes. */
    private void start(JobName job) {
        try {
            Started started = starts.startPeriodic(job);
            LOG.info(() -> "It is time for " + job.id() + ": job " + started.job()
                    + (started.alreadyRunning() ? ", which runs already" : ""));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "It is time for " + job.id() + ", but it could not be started", e);
        }
    }

    private void set(String name, Instant at) {
        timers.createSingleActionTimer(Date.from(at), new TimerConfig(name, true));
    }

    private boolean isTimerSet(String name, Instant at) {
        return timers.getTimers().stream()
                .filter(timer -> timer.isPersistent() && name.equals(timer.getInfo()))
                .anyMatch(timer -> !timer.getNextTimeout().toInstant().isAfter(at));
    }
}
