package io.skyferry.functional.kit;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL that several servers may share, behind a line that can be cut. */
public final class OwnDatabase {
    private final Map<String, String> settings;
    private final CuttableLine line;

    private OwnDatabase(Map<String, String> settings, CuttableLine line) {
        this.settings = settings;
        this.line = line;
    }

    public static OwnDatabase start() {
        TestDatabase.Postgres postgres = TestDatabase.Postgres.start();
        URI address = URI.create(postgres.url().replaceFirst("^jdbc:", ""));
        return new OwnDatabase(postgres.settings(), CuttableLine.to(address.getPort()));
    }

    /** For a server that reaches it directly. */
    public Map<String, String> direct() {
        return settings;
    }

    /** For a server whose line to it can be cut. */
    public Map<String, String> overTheLine() {
        Map<String, String> changed = new HashMap<>(settings);
        changed.computeIfPresent("SKYFERRY_DB_URL", (name, url) -> url.replaceFirst(":\\d+/", ":" + line.port() + "/"));
        return changed;
    }

    public CuttableLine line() {
        return line;
    }
}
