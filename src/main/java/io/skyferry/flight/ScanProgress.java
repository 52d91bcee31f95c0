package io.skyferry.flight;

/**
 * How far a scan is.
 *
 * @param systems how many it looks through
 * @param systemsDone how many of them were looked through, or could not be
 * @param problems what could not be read so far: systems and single directories
 */
public record ScanProgress(int systems, int systemsDone, int flights, long images, int problems) {}
