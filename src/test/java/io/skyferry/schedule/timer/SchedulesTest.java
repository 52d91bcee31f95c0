package io.skyferry.schedule.timer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.platform.config.ScheduleSettings;
import io.skyferry.platform.config.Timetable;
import io.skyferry.schedule.start.JobName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SchedulesTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final MovingClock clock = new MovingClock();
    private final TestLedger database = new TestLedger(ScheduleTick.class);
    private final Instant start = clock.instant();

    @AfterEach
    void close() {
        database.close();
    }

    private <T> T with(String purge, Function<Schedules, T> work) {
        return database.inTransaction(manager -> work.apply(new Schedules(
                new TickLedger(manager),
                new ScheduleSettings(new Timetable("off"), new Timetable("off"), new Timetable(purge), 90),
                clock,
                () -> 0)));
    }

    private PlannedTime plan(String purge) {
        return with(purge, Schedules::plan).get(2);
    }

    private Optional<Instant> due() {
        return with("1h", schedules -> schedules.takeDue(JobName.PURGE));
    }

    @Test
    void plansOnceAndKeepsThePlan() {
        assertThat(plan("1h").next()).hasValue(start.plus(HOUR));
        clock.advance(Duration.ofMinutes(10));

        assertThat(plan("1h").next()).hasValue(start.plus(HOUR));
        assertThat(plan("1h").last()).isEmpty();
    }

    @Test
    void plansAnewByAnotherTimetable() {
        plan("1h");

        assertThat(plan("30s").next()).hasValue(start.plusSeconds(30));
        assertThat(plan("off").next()).isEmpty();
        assertThat(plan("1h").next()).hasValue(start.plus(HOUR));
    }

    @Test
    void letsOneActWhenItsTimeHasCome() {
        plan("1h");
        assertThat(due()).isEmpty();
        clock.advance(HOUR);

        assertThat(due()).hasValue(clock.instant().plus(HOUR));
        assertThat(due()).isEmpty();
        assertThat(plan("1h").last()).hasValue(clock.instant());
    }

    @Test
    void runsMissedTimesOnce() {
        plan("1h");
        clock.advance(Duration.ofDays(3));

        assertThat(due()).hasValue(clock.instant().plus(HOUR));
        assertThat(due()).isEmpty();
    }

    @Test
    void isNeverDueWhenItIsOff() {
        plan("1h");
        clock.advance(HOUR);

        Optional<Instant> off = with("off", schedules -> schedules.takeDue(JobName.PURGE));
        Optional<Instant> other = with("1h", schedules -> schedules.takeDue(JobName.PERIODIC_SYNC));

        assertThat(off).isEmpty();
        assertThat(other).isEmpty();
    }
}
