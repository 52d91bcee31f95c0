package io.skyferry.sandbox.tapis.oauth;

/** A device that waits for its user. */
final class DeviceGrant {
    private final String clientId;
    private final String userCode;
    private volatile String username;

    DeviceGrant(String clientId, String userCode) {
        this.clientId = clientId;
        this.userCode = userCode;
    }

    String clientId() {
        return clientId;
    }

    String userCode() {
        return userCode;
    }

    /** Null until the user entered the code. */
    String username() {
        return username;
    }

    void username(String name) {
        username = name;
    }
}
