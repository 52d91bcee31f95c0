package io.skyferry.platform.config;

import java.util.Optional;

/**
 * Checks the environment before a server is started: prints one line that names the wrong setting and exits with 2, so
 * that nobody has to look for it in a server's log.
 */
public final class SettingsCheck {
    private SettingsCheck() {}

    public static void main(String[] arguments) {
        try {
            Settings.read(name -> Optional.ofNullable(System.getenv(name)));
        } catch (InvalidSetting e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }
}
