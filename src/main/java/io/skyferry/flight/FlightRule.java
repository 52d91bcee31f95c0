package io.skyferry.flight;

import io.skyferry.tapis.TapisFile;
import java.util.regex.Pattern;

/** What counts as a system of ours, as a flight and as an image. Nothing else does. */
public final class FlightRule {
    /** Pattern for Tapis' search; its answer is checked again with {@link #isProjectSystem}. */
    public static final String SYSTEM_SEARCH = "ptdatax.project.*";

    /** Lets Tapis leave out what is no JPEG, which saves pages; not every kind of storage obeys. */
    static final String IMAGE_PATTERN = "regex:(?i)\\.jpe?g$";

    private static final Pattern SYSTEM = Pattern.compile("ptdatax\\.project\\..+", Pattern.DOTALL);
    private static final Pattern IMAGE = Pattern.compile(".*\\.jpe?g", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Longer ones exist on no file system. */
    private static final int LONGEST_NAME = 255;

    private FlightRule() {}

    public static boolean isProjectSystem(String systemId) {
        return SYSTEM.matcher(systemId).matches();
    }

    /** {@code .jpg} or {@code .jpeg}, in any letter case. */
    public static boolean isImage(TapisFile file) {
        return file.isFile() && isImageName(file.name());
    }

    public static boolean isImageName(String name) {
        return IMAGE.matcher(name).matches();
    }

    /** Whether it names one directory and nothing above, below or beside it. */
    public static boolean isDirectoryName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && !name.equals(".")
                && !name.equals("..")
                && name.indexOf('/') < 0
                && name.indexOf('\0') < 0;
    }

    /** Where a flight's images are, relative to the system's root. */
    public static String imagesPath(String flightName) {
        return flightName + "/code/images";
    }
}
