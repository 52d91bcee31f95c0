package io.skyferry.sandbox.webodm.world;

/** States of a task that has left {@code null} (new, uploading or waiting for a node). */
public enum TaskStatus {
    RUNNING(20),
    FAILED(30),
    COMPLETED(40),
    CANCELED(50);

    private final int code;

    TaskStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
