package io.skyferry.flight;

import java.util.List;
import java.util.Set;

/**
 * What one scan saw of one system.
 *
 * @param unreadable directories that could not be looked into: whether they are flights is unknown
 */
public record ScannedSystem(String systemId, List<FoundFlight> flights, Set<String> unreadable) {}
