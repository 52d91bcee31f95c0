package io.skyferry.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageMovingTest {
    private static final Set<ErrorCode> OF_THE_FILE = EnumSet.of(ErrorCode.NOT_WHOLE_JPEG, ErrorCode.UNUSABLE_NAME);
    /** The next image would meet them as well, so they end the run and leave the image to be brought. */
    private static final Set<ErrorCode> OF_THE_RUN = EnumSet.of(
            ErrorCode.CLAIM_LOST,
            ErrorCode.STOPPED,
            ErrorCode.NO_TAPIS_TOKEN,
            ErrorCode.TOKEN_EXPIRED,
            ErrorCode.SYSTEM_NOT_ACCESSIBLE,
            ErrorCode.TAPIS_HOST_CREDENTIAL,
            ErrorCode.TAPIS_CLIENT_REFUSED,
            ErrorCode.WEBODM_SIGN_IN,
            ErrorCode.WEBODM_NOT_LINKED,
            ErrorCode.WEBODM_USER_UNKNOWN,
            ErrorCode.WEBODM_NOT_FOUND,
            ErrorCode.NO_SPACE,
            ErrorCode.DATABASE_UNAVAILABLE,
            ErrorCode.INTERNAL_ERROR);

    @ParameterizedTest
    @EnumSource
    void tellsTheFilesFailuresFromTheRuns(ErrorCode code) {
        ImageState expected = ImageState.FAILED;
        if (OF_THE_RUN.contains(code)) {
            expected = ImageState.LISTED;
        } else if (OF_THE_FILE.contains(code)) {
            expected = ImageState.REFUSED;
        } else if (code == ErrorCode.TAPIS_NOT_FOUND) {
            expected = ImageState.GONE;
        }

        assertThat(ImageMoving.stateAfter(code)).isEqualTo(expected);
    }
}
