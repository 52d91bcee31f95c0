package io.skyferry.cli.watch;

import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.ApiClient;

/** Something at the server that one can wait for. */
@FunctionalInterface
public interface Subject {
    /** Asks the server how it stands. */
    Standing look(ApiClient api);
}
