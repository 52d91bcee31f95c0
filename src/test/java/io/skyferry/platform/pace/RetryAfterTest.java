package io.skyferry.platform.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-06T08:49:30Z");

    @Test
    void readsSecondsAndDates() {
        assertThat(RetryAfter.parse(" 5 ", NOW)).contains(Duration.ofSeconds(5));
        assertThat(RetryAfter.parse("Fri, 06 Nov 2026 08:49:37 GMT", NOW)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("Fri, 06 Nov 2026 08:49:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "Fri, 99 Nov 2026 08:49:37 GMT"})
    void ignoresWhatIsNeither(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isEmpty();
    }
}
