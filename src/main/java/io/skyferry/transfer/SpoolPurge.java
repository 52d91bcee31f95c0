package io.skyferry.transfer;

import io.skyferry.platform.upkeep.Purge;
import io.skyferry.transfer.download.Spool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Files of the server that purges; each server removes its own at its start, too. */
@ApplicationScoped
public class SpoolPurge implements Purge {
    @Inject
    private Spool spool;

    @Override
    public String what() {
        return "stray spool files";
    }

    @Override
    public int purge() {
        return spool.removeStrays();
    }
}
