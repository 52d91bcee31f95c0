package io.skyferry.flight;

/** Which flight is meant: a directory at the root of a system. */
public record FlightName(String systemId, String flightName) {}
