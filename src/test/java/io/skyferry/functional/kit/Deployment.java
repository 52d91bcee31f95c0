package io.skyferry.functional.kit;

import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import io.skyferry.sandbox.webodm.WebOdmSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The one server that all ordinary tests share, with its sandbox and database; it ends with the test's process. */
public final class Deployment {
    /** The user who administers every server. */
    public static final String ADMINISTRATOR = TestWorld.username(TestWorld.EXTRA_USERS);

    /** Of the account {@code ferry} in WebODM, which acts for those who choose so. */
    public static final String SERVICE_PASSWORD = "worthless-service-password";

    private static Deployment shared;

    private final Path directory;
    private final Sandboxes sandboxes;
    private final MailBox mail;
    private final MapTiles tiles;
    private final TestDatabase database;
    private final SkyferryServer server;

    private Deployment(Path directory) {
        this.directory = directory;
        this.sandboxes = Sandboxes.start(directory);
        this.mail = MailBox.start();
        this.tiles = MapTiles.start();
        this.database = TestDatabase.chosen(directory.resolve("data"));
        this.server = newServer("data", Map.of());
    }

    /** The running server; started at the first call, and again by the next one after a test ended it. */
    public static synchronized Deployment running() {
        if (shared == null) {
            shared = new Deployment(emptyDirectory());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> shared.endAll()));
        }
        if (!shared.server.isAlive()) {
            shared.server.start();
        }
        return shared;
    }

    private static Path emptyDirectory() {
        try {
            Path parent = Files.createDirectories(Path.of("target", "it").toAbsolutePath());
            return Files.createTempDirectory(parent, System.getProperty("skyferry.it.database", "h2") + "-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void endAll() {
        if (server.isAlive()) {
            server.kill();
        }
        sandboxes.tapis().close();
        sandboxes.webodm().close();
    }

    /** Another server beside the shared one, not started, on a data directory of its own. */
    public SkyferryServer newServer(String dataDir, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(changes);
        return new SkyferryServer(directory.resolve(dataDir), settings);
    }

    /** As {@link #newServer}, with a database that is its own whichever kind is tested. */
    public SkyferryServer newServerWithDatabase(String name, Map<String, String> changes) {
        Map<String, String> settings = new HashMap<>(database.settingsOf(name));
        settings.putAll(changes);
        return newServer(name, settings);
    }

    /** A connection to the database of such a server; with H2 only while that server does not run. */
    public Connection databaseOf(String name) throws SQLException {
        return database.connect(directory.resolve(name), name);
    }

    /** A PostgreSQL of a test's own, whichever database the shared server has; it ends with the test's process. */
    public static OwnDatabase ownDatabase() {
        return OwnDatabase.start();
    }

    /** Two servers, not started, on one PostgreSQL, which they alone use. */
    public List<SkyferryServer> newPair(Map<String, String> changes) {
        TestDatabase shared = TestDatabase.Postgres.start();
        return Stream.of("pair-a", "pair-b")
                .map(name -> {
                    Map<String, String> settings = new HashMap<>(shared.settings());
                    settings.put("SKYFERRY_NODE_NAME", name);
                    settings.put(
                            "SKYFERRY_SECRET_KEY_FILE",
                            directory.resolve("pair.key").toString());
                    settings.putAll(changes);
                    return newServer(name, settings);
                })
                .toList();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(Map.of(
                "WO_TAPIS_BASE_URL", sandboxes.tapis().baseUrl(),
                "WO_TAPIS_TENANT_ID", "sandbox",
                "SKYFERRY_TAPIS_CLIENT_ID", "skyferry-demo",
                "SKYFERRY_TAPIS_CLIENT_KEY", "skyferry-demo-key",
                "SKYFERRY_WEBODM_URL", sandboxes.webodm().baseUrl(),
                "SKYFERRY_WEBODM_AUTH", "signing-key,linked,service",
                "SKYFERRY_WEBODM_SIGNING_KEY", WebOdmOptions.DEMO_SECRET_KEY,
                "SKYFERRY_ADMINS", ADMINISTRATOR + "@sandbox",
                "SKYFERRY_OPERATORS", "operator@sandbox"));
        settings.put("SKYFERRY_WEBODM_USERNAME", "ferry");
        settings.put("SKYFERRY_WEBODM_PASSWORD", SERVICE_PASSWORD);
        settings.put("SKYFERRY_MAIL_HOST", "127.0.0.1");
        settings.put("SKYFERRY_MAIL_PORT", Integer.toString(mail.port()));
        settings.put("SKYFERRY_MAIL_TLS", "none");
        settings.put("SKYFERRY_MAIL_FROM", "skyferry@example.org");
        settings.put("SKYFERRY_MAIL_DIGEST_MINUTES", "0");
        settings.put("SKYFERRY_WEBHOOK_LOOPBACK", "true");
        settings.put("SKYFERRY_MAP_TILES", tiles.address());
        settings.put("SKYFERRY_MAP_ATTRIBUTION", MapTiles.ATTRIBUTION);
        settings.putAll(database.settings());
        return settings;
    }

    public SkyferryServer server() {
        return server;
    }

    public TapisSandbox tapis() {
        return sandboxes.tapis();
    }

    public MapTiles tiles() {
        return tiles;
    }

    public MailBox mail() {
        return mail;
    }

    public WebOdmSandbox webodm() {
        return sandboxes.webodm();
    }

    /** Where a system's files are. */
    public Path systemDirectory(String system) {
        return sandboxes.world().systemDirectory(system);
    }

    /** A connection to the server's database; with H2 only while the server does not run. */
    public Connection database() throws SQLException {
        return database.connect();
    }

    public static String password(String username) {
        return TestWorld.password(username);
    }
}
