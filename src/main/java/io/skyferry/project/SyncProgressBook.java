package io.skyferry.project;

import java.util.Optional;

/** Knows how far syncs are. Implemented by {@code transfer}, which runs them. */
public interface SyncProgressBook {
    /** The present or last sync of the project, on whatever server it runs. */
    Optional<SyncProgress> find(long project);
}
