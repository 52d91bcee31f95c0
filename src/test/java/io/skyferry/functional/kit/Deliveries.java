package io.skyferry.functional.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.sandbox.webodm.api.TaskReport;
import io.skyferry.sandbox.webodm.api.TaskReport.ReportedFile;
import java.util.Map;
import java.util.TreeMap;

/** Compares what WebODM has with what Tapis has, byte by byte. */
public final class Deliveries {
    private Deliveries() {}

    /** WebODM has every file of the flight, and nothing else. */
    public static void assertComplete(TaskReport task, FlightFolder flight) {
        assertThat(hashes(task)).isEqualTo(flight.hashes());
    }

    /** No file was uploaded a second time. */
    public static void assertUploadedOnce(TaskReport task) {
        assertThat(task.files())
                .allSatisfy(file -> assertThat(file.uploads()).as(file.name()).isEqualTo(1));
    }

    public static Map<String, String> hashes(TaskReport task) {
        Map<String, String> hashes = new TreeMap<>();
        for (ReportedFile file : task.files()) {
            hashes.put(file.name(), file.sha256());
        }
        return hashes;
    }
}
