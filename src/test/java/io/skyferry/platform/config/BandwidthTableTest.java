package io.skyferry.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandwidthTableTest {
    private static final long KIB = 1 << 10;
    private static final long MIB = 1 << 20;

    /** 2 March 2026 was a Monday. */
    private static OptionalLong at(String table, int day, int hour, int minute) {
        return BandwidthTable.parse(table)
                .at(LocalDateTime.of(2026, 3, 1 + day, hour, minute).atZone(ZoneId.of("Europe/Berlin")));
    }

    @ParameterizedTest
    @CsvSource({
        "10M, 10485760",
        "512K, 524288",
        "512, 524288",
        "512k, 524288",
        "1.5M, 1572864",
        "1G, 1073741824",
        "70000B, 70000",
        "2Mi, 2097152"
    })
    void readsOneRateForAllTimes(String text, long bytes) {
        assertThat(at(text, 1, 3, 0)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"off", "0", "OFF", " off "})
    void readsNoLimit(String text) {
        assertThat(at(text, 1, 3, 0)).isEmpty();
    }

    @Test
    void changesWithTheTimeOfDay() {
        String table = "08:00,512K 19:00,10M 23:00,off";

        assertThat(at(table, 1, 7, 59)).isEmpty();
        assertThat(at(table, 1, 8, 0)).hasValue(512 * KIB);
        assertThat(at(table, 1, 18, 59)).hasValue(512 * KIB);
        assertThat(at(table, 4, 19, 0)).hasValue(10 * MIB);
        assertThat(at(table, 7, 23, 0)).isEmpty();
    }

    @Test
    void takesDaysOfTheWeek() {
        String table = "Mon-08:00,512K Friday-18:00,10M Sun-20:00,off";

        assertThat(at(table, 1, 7, 0)).as("Monday, still Sunday's").isEmpty();
        assertThat(at(table, 1, 8, 0)).hasValue(512 * KIB);
        assertThat(at(table, 5, 17, 59)).hasValue(512 * KIB);
        assertThat(at(table, 6, 0, 0)).as("Saturday").hasValue(10 * MIB);
        assertThat(at(table, 7, 20, 0)).isEmpty();
    }

    @Test
    void mixesDaysWithEveryDay() {
        String table = "12:00,1M Wed-13:00,2M";

        assertThat(at(table, 3, 12, 30)).hasValue(MIB);
        assertThat(at(table, 3, 13, 0)).hasValue(2 * MIB);
        assertThat(at(table, 4, 11, 0)).hasValue(2 * MIB);
        assertThat(at(table, 4, 12, 0)).hasValue(MIB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10X",
                "fast",
                "10M:1M",
                "25:00,1M",
                "08:60,1M",
                "Foo-08:00,1M",
                "08:00 1M",
                "8,1M",
                "-1M",
                "1K",
                "08:00,1M off"
            })
    void refusesWhatItDoesNotUnderstand(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> BandwidthTable.parse(text));
    }

    @Test
    void isShownAsItWasWritten() {
        assertThat(BandwidthTable.parse("08:00,512K   19:00,10M")).hasToString("08:00,512K 19:00,10M");
        assertThat(BandwidthTable.UNLIMITED).hasToString("off");
    }
}
