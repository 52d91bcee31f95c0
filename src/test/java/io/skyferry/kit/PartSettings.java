package io.skyferry.kit;

import io.skyferry.platform.config.Settings;

/** Settings of which a test needs only a part; the others are null. */
public final class PartSettings {
    private PartSettings() {}

    public static Settings of(Settings.Server server) {
        return new Settings(null, null, server, null, null, null, null);
    }

    public static Settings of(Settings.WebOdm webOdm) {
        return new Settings(null, webOdm, null, null, null, null, null);
    }
}
