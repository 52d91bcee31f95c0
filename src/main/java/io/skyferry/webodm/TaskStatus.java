package io.skyferry.webodm;

import java.util.Arrays;

/** WebODM's numbers for where a task is; no number at all before it is queued. */
public enum TaskStatus {
    NONE(0),
    QUEUED(10),
    RUNNING(20),
    FAILED(30),
    COMPLETED(40),
    CANCELED(50);

    private final int number;

    TaskStatus(int number) {
        this.number = number;
    }

    boolean isEnded() {
        return this == FAILED || this == COMPLETED || this == CANCELED;
    }

    static TaskStatus of(int number) {
        return Arrays.stream(values())
                .filter(status -> status.number == number)
                .findFirst()
                .orElse(NONE);
    }
}
