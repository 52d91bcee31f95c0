package io.skyferry.sandbox.webodm.world;

/** What was asked of a task and is not done yet. */
public enum PendingAction {
    CANCEL(1),
    REMOVE(2),
    RESTART(3),
    RESIZE(4);

    private final int code;

    PendingAction(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
