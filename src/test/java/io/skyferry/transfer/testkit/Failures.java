package io.skyferry.transfer.testkit;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.skyferry.platform.failure.Failure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches the failure that a call must end with. */
public final class Failures {
    private Failures() {}

    public static Failure of(ThrowingCallable call) {
        Failure failure = catchThrowableOfType(Failure.class, call);
        if (failure == null) {
            throw new AssertionError("it did not fail");
        }
        return failure;
    }
}
