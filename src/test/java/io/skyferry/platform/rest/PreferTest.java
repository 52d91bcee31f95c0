package io.skyferry.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "respond-async | true | -1 | respond-async",
                "Respond-Async; foo=bar | true | -1 | respond-async",
                "wait=10 | false | 10 | wait=10",
                "wait = \"10\" | false | 10 | wait=10",
                "wait=999999 | false | 60 | wait=60",
                "return=minimal, respond-async, wait=5 | true | 5 | respond-async, wait=5"
            })
    void readsWhatItKnows(String line, boolean async, long seconds, String applied) {
        Prefer prefer = Prefer.of(List.of(line));

        assertThat(prefer.respondAsync()).isEqualTo(async);
        assertThat(prefer.patience())
                .isEqualTo(seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
        assertThat(prefer.isGiven()).isTrue();
        assertThat(prefer.applied()).isEqualTo(applied);
    }

    @Test
    void putsSeveralLinesTogether() {
        assertThat(Prefer.of(List.of("respond-async", "wait=1")).applied()).isEqualTo("respond-async, wait=1");
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(Prefer.of(List.of("wait=soon, wait=-1, handling=lenient")).isGiven())
                .isFalse();
        assertThat(Prefer.of((List<String>) null).isGiven()).isFalse();
    }
}
