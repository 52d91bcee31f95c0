package io.skyferry.schedule.batch;

import io.skyferry.platform.upkeep.Purge;
import io.skyferry.schedule.run.LiveRun;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Throws away what is over, of every feature; one that fails does not stop the others. */
@Named("purgeStep")
@Dependent
public class PurgeStep extends RunStep {
    private static final Logger LOG = Logger.getLogger(PurgeStep.class.getName());

    @Inject
    @Any
    private Instance<Purge> purges;

    @Override
    String work(LiveRun live) {
        JsonObjectBuilder purged = Json.createObjectBuilder();
        JsonArrayBuilder errors = Json.createArrayBuilder();
        boolean failed = false;
        List<Purge> all =
                purges.stream().sorted(Comparator.comparing(Purge::what)).toList();
        for (Purge purge : all) {
            try {
                live.stop().throwIfStopped();
                purged.add(purge.what().replace(' ', '_'), purge.purge());
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Could not purge " + purge.what(), e);
                errors.add("Could not purge " + purge.what() + "; the log has the cause.");
                failed = true;
            }
        }
        return ended(
                live,
                Json.createObjectBuilder()
                        .add("purged", purged)
                        .add("errors", errors)
                        .build(),
                failed);
    }
}
