package io.skyferry.platform.config;

/** A setting that is missing or wrong. The message is one line that starts with the setting's name. */
public class InvalidSetting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidSetting(String name, String problem) {
        super(name + " " + problem);
    }
}
