package io.skyferry.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    /** A Monday. */
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "30s, 2026-11-23T12:00:30Z",
        "15m, 2026-11-23T12:15:00Z",
        "6h, 2026-11-23T18:00:00Z",
        "1d, 2026-11-24T12:00:00Z",
        "13:30, 2026-11-23T13:30:00Z",
        "03:30, 2026-11-24T03:30:00Z",
        "12:00, 2026-11-24T12:00:00Z",
        "sun 03:30, 2026-11-29T03:30:00Z",
        "MON  12:00, 2026-11-30T12:00:00Z",
        "mon 12:01, 2026-11-23T12:01:00Z"
    })
    void saysWhenItIsNextTime(String text, Instant next) {
        assertThat(new Timetable(text).next(NOW, 0)).hasValue(next);
    }

    @Test
    void isNeverTimeWhenItIsOff() {
        assertThat(new Timetable(" OFF ").next(NOW, 0)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"100s, 2026-11-23T12:01:50Z", "1d, 2026-11-24T12:05:00Z"})
    void isLateByATenthOrFiveMinutesAtMost(String text, Instant latest) {
        assertThat(new Timetable(text).next(NOW, 1)).hasValue(latest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "6", "6 h", "24:00", "3:30", "xyz 03:30", "* * * * *", "on"})
    void takesNothingElse(String text) {
        assertThatThrownBy(() -> new Timetable(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
