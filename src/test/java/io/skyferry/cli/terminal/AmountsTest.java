package io.skyferry.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {
    @Test
    void counts_a_megabyte_as_a_million_bytes() {
        assertThat(Amounts.megabytes(80_349_999)).isEqualTo("80.3 MB");
        assertThat(Amounts.megabytes(0, 1_000_000)).isEqualTo("0.0/1.0 MB");
        assertThat(Amounts.rate(12_340_000)).isEqualTo("12.3 MB/s");
    }

    @Test
    void writes_times_as_short_as_they_are() {
        assertThat(Amounts.clock(Duration.ofSeconds(7))).isEqualTo("0:07");
        assertThat(Amounts.clock(Duration.ofSeconds(750))).isEqualTo("12:30");
        assertThat(Amounts.clock(Duration.ofSeconds(3723))).isEqualTo("1:02:03");
    }

    @Test
    void shows_times_in_utc_and_leaves_the_rest_alone() {
        assertThat(Amounts.time("2026-01-02T03:04:05.9+02:00")).isEqualTo("2026-01-02 01:04:05Z");
        assertThat(Amounts.time("yesterday")).isEqualTo("yesterday");
        assertThat(Amounts.time("")).isEmpty();
    }
}
