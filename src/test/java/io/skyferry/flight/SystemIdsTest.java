package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.testkit.Failures;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SystemIdsTest {
    private static final String ID = "ptdatax.project.A";

    @Test
    void takesEachIdOnceInTheGivenOrder() {
        assertThat(SystemIds.checked(List.of(ID + 2, ID + 1, ID + 2))).containsExactly(ID + 2, ID + 1);
    }

    @Test
    void takesNoneForAll() {
        assertThat(SystemIds.checked(null)).isEmpty();
        assertThat(SystemIds.checked(List.of())).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "other.system", "ptdatax.project."})
    void refusesWhatIsNoneOfOurs(String id) {
        assertRefused(Arrays.asList(ID, id));
    }

    @Test
    void refusesTooLongAndTooMany() {
        assertThat(SystemIds.checked(Collections.nCopies(1000, ID))).hasSize(1);
        assertRefused(Collections.nCopies(1001, ID));
        assertThat(SystemIds.checked(List.of("ptdatax.project." + "x".repeat(64))))
                .hasSize(1);
        assertRefused(List.of("ptdatax.project." + "x".repeat(65)));
    }

    private static void assertRefused(List<String> ids) {
        Failure failure = Failures.of(() -> SystemIds.checked(ids));
        assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(failure.detail()).startsWith("'systems' ");
    }
}
