package io.skyferry.platform.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorCodeTest {

    @ParameterizedTest
    @EnumSource
    void saysWhatItIsAndWhatToDo(ErrorCode code) {
        assertThat(code.title()).matches("[A-Z][^.!]*[^.!\\s]");
        assertThat(code.hint()).matches("(?s)[A-Z].*\\.").doesNotContain("\n");
        assertThat(code.name()).hasSizeLessThanOrEqualTo(40);
    }

    @ParameterizedTest
    @EnumSource
    void hasAStatusThatFitsItsClass(ErrorCode code) {
        switch (code.failureClass()) {
            case USER -> assertThat(code.status()).isBetween(400, 499);
            case REMOTE_TRANSIENT -> assertThat(code.status()).isBetween(502, 504);
            case REMOTE_PERMANENT ->
                assertThat(code.status()).isBetween(400, 504).isNotEqualTo(500);
            case RESOURCE -> assertThat(code.status()).isIn(409, 503, 507);
            case INTERNAL -> assertThat(code.status()).isEqualTo(500);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isRetryableWhenItPassesByItself(ErrorCode code) {
        // The mistakes of a caller that time mends.
        boolean waited = code == ErrorCode.TOO_MANY_ATTEMPTS || code == ErrorCode.REQUEST_UNDER_WAY;
        boolean passes = waited
                || code.failureClass() == FailureClass.REMOTE_TRANSIENT
                || code.failureClass() == FailureClass.RESOURCE;

        assertThat(code.retryable()).isEqualTo(passes);
    }

    @Test
    void givesNoTwoCodesOneTitle() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::title)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "NO_TAPIS_TOKEN, No Tapis token found",
        "TOKEN_EXPIRED, Token expired",
        "NO_FLIGHTS, No flight directories found",
        "SYSTEM_NOT_ACCESSIBLE, System not accessible",
    })
    void keepsTheNamesThatUsersWerePromised(ErrorCode code, String title) {
        assertThat(code.title()).isEqualTo(title);
    }
}
