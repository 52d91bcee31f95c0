package io.skyferry.flight;

import java.util.List;

/**
 * What a scan found and what it could not read.
 *
 * @param systemsScanned systems whose root could be listed
 * @param requests how many requests the scan sent to Tapis
 */
public record ScanResult(int systemsScanned, List<FoundFlight> flights, List<ScanProblem> problems, int requests) {

    public List<String> errorLines() {
        return problems.stream().map(ScanProblem::line).toList();
    }
}
