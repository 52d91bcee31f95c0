package io.skyferry.flight;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;

/**
 * One system or directory that could not be scanned, or one flight that could not become a project.
 *
 * @param flightName null when it is about the whole system
 * @param error the catalogue's short text; for a system that can't be read the one that users were promised
 */
public record ScanProblem(String code, String systemId, String flightName, String error, String detail, String hint) {

    /** Whatever the reason: users were promised "System not accessible" for a system that can't be read. */
    public static ScanProblem ofSystem(String systemId, Failure failure) {
        return new ScanProblem(
                failure.code().name(),
                systemId,
                null,
                ErrorCode.SYSTEM_NOT_ACCESSIBLE.title(),
                failure.detail(),
                failure.code().hint());
    }

    public static ScanProblem ofFlight(String systemId, String flightName, Failure failure) {
        return new ScanProblem(
                failure.code().name(),
                systemId,
                flightName,
                failure.code().title(),
                failure.detail(),
                failure.code().hint());
    }

    /** One line for people. */
    public String line() {
        String where = flightName == null ? systemId : systemId + "/" + flightName;
        return error + ": " + where + " (" + code + "): " + detail;
    }
}
