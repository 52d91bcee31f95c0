package io.skyferry.schedule.run;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.kit.PartSettings;
import io.skyferry.platform.batch.Occasion;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.identity.Owner;
import jakarta.json.Json;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Runs and claims on a database in memory, each call in a transaction of its own. */
final class RunKit implements AutoCloseable {
    static final Owner ADA = new Owner("ada", "sandbox");

    final MovingClock clock = new MovingClock();
    private final TestLedger database = new TestLedger(BackgroundRun.class, ResultPart.class, WorkClaim.class);

    static Work discovery(Owner owner) {
        return new Work(
                "discover-flights",
                "",
                Optional.of(owner),
                Optional.of(owner),
                Occasion.TRIGGER,
                Json.createObjectBuilder().add("mode", "CREATE").build());
    }

    /** As the server of that name, in that life. */
    <T> T claims(WorkClaims node, Function<WorkClaims, T> work) {
        return database.inTransaction(manager -> work.apply(node.on(manager)));
    }

    WorkClaims node(String name) {
        return new WorkClaims(settings(name), clock);
    }

    <T> T runs(Function<RunLedger, T> work) {
        return database.inTransaction(manager -> work.apply(new RunLedger(manager, clock)));
    }

    private static Settings settings(String node) {
        return PartSettings.of(new Settings.Server(
                URI.create("http://localhost"), Path.of("d"), Path.of("k"), node, Set.of(), Set.of(), 365));
    }

    @Override
    public void close() {
        database.close();
    }
}
