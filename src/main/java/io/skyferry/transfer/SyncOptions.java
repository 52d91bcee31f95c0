package io.skyferry.transfer;

import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What whoever starts a sync wants of it; travels as job parameters.
 *
 * @param retryRefused brings images again that were refused before
 * @param processWithout commits although some images failed or were refused
 * @param reprocess adds new images to a task that was processed already and has it processed again
 */
public record SyncOptions(boolean retryRefused, boolean processWithout, boolean reprocess) {
    public static final SyncOptions PLAIN = new SyncOptions(false, false, false);

    public static SyncOptions of(Map<String, String> parameters) {
        return new SyncOptions(
                Boolean.parseBoolean(parameters.get("retryRefused")),
                Boolean.parseBoolean(parameters.get("processWithout")),
                Boolean.parseBoolean(parameters.get("reprocess")));
    }

    static SyncOptions of(Properties parameters) {
        return of(parameters.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, parameters::getProperty)));
    }

    Map<String, String> parameters() {
        return Map.of(
                "retryRefused", Boolean.toString(retryRefused),
                "processWithout", Boolean.toString(processWithout),
                "reprocess", Boolean.toString(reprocess));
    }
}
