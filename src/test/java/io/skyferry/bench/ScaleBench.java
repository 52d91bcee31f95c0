package io.skyferry.bench;

import io.skyferry.functional.kit.OwnDatabase;
import io.skyferry.functional.kit.SkyferryServer;
import io.skyferry.sandbox.tapis.TapisOptions;
import io.skyferry.sandbox.tapis.TapisSandbox;
import io.skyferry.sandbox.webodm.WebOdmOptions;
import io.skyferry.sandbox.webodm.WebOdmSandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code ScaleBench DIRECTORY}: asks a real server on PostgreSQL for lists out of a large ledger, and has it search a
 * wide Tapis. The server is the one in {@code target/liberty}.
 */
public final class ScaleBench {
    private static final int CLIENTS = 50;
    private static final int LATENCY = 40;
    private static final Duration TOKEN = Duration.ofHours(2);
    private static final List<String> CALLS = List.of(
            "/api/skyferry/flights",
            "/api/skyferry/flights?limit=500",
            "/api/skyferry/flights?q=flight-0777",
            "/api/skyferry/flights?q=no+such+name",
            "/api/skyferry/flights?system=ptdatax.project.WIDE-0500",
            "/api/skyferry/flights?state=NEEDS_ATTENTION",
            "/api/skyferry/flights?has_project=false&sort=-changed_at",
            "/api/skyferry/flights?since=2026-01-01T00:00:00Z&sort=-bytes",
            "/api/skyferry/projects",
            "/api/skyferry/projects?state=COMPLETED&q=flight-0777",
            "/api/tapis-storage/flight-projects/?limit=50",
            "/api/skyferry/jobs",
            "/api/skyferry/summary");

    private final TapisSandbox tapis;
    private final WebOdmSandbox webOdm;
    private final SkyferryServer server;
    private final OwnDatabase database;

    private ScaleBench(Path directory) throws Exception {
        Path world = WideWorld.make(directory.resolve("world"));
        this.tapis = TapisSandbox.start(TapisOptions.of(world));
        this.webOdm = WebOdmSandbox.start(WebOdmOptions.demo(directory.resolve("webodm")));
        this.database = OwnDatabase.start();
        this.server = new SkyferryServer(directory.resolve("data"), settings());
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.direct());
        settings.put("WO_TAPIS_BASE_URL", tapis.baseUrl());
        settings.put("WO_TAPIS_TENANT_ID", "sandbox");
        settings.put("SKYFERRY_WEBODM_URL", webOdm.baseUrl());
        settings.put("SKYFERRY_WEBODM_AUTH", "signing-key");
        settings.put("SKYFERRY_WEBODM_SIGNING_KEY", WebOdmOptions.DEMO_SECRET_KEY);
        settings.put("SKYFERRY_DISCOVERY_SCHEDULE", "off");
        settings.put("JVM_ARGS", "");
        return settings;
    }

    public static void main(String[] arguments) throws Exception {
        Path parent = Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
        ScaleBench bench = new ScaleBench(Files.createTempDirectory(parent, "scale-"));
        int status = 1;
        bench.server.start();
        try {
            bench.discoveries();
            bench.lists();
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        } finally {
            bench.server.kill();
        }
        // The sandbox's and the database's threads would go on.
        System.exit(status);
    }

    /** The same wide world twice: what it costs, and what the second time writes. */
    private void discoveries() throws Exception {
        title("Discovery of " + WideWorld.SYSTEMS + " systems with " + WideWorld.FLIGHTS + " directories each, "
                + LATENCY + " ms latency");
        System.out.println("| discovery | requests | at least | at once | seconds | x (requests x latency / at once)"
                + " | rows written |\n|---|---|---|---|---|---|---|");
        tapis.pace().latencyMillis(LATENCY);
        Crowd crowd = new Crowd(server, tapis.accessToken("ada", TOKEN));
        for (String which : List.of("first", "second, nothing changed")) {
            tapis.requests().clear();
            try (RowsWritten rows = new RowsWritten(connection())) {
                double seconds = crowd.discover(WideWorld.SYSTEMS * WideWorld.FLIGHTS);
                int requests = tapis.requests().list("GET", "/v3/files/ops").size()
                        + tapis.requests().list("GET", "/v3/systems").size();
                int atOnce = tapis.requests().maxOpen();
                System.out.printf(
                        Locale.ROOT,
                        "| %s | %,d | %,d | %d | %.1f | %.2f | %s |%n",
                        which,
                        requests,
                        WideWorld.LEAST_REQUESTS,
                        atOnce,
                        seconds,
                        seconds / (requests * LATENCY / 1000.0 / atOnce),
                        rows.tell());
            }
        }
        tapis.pace().latencyMillis(0);
    }

    /** Each call by 50 clients at once, who ask for the server's life with every second request. */
    private void lists() throws Exception {
        try (Connection ledger = connection()) {
            LargeLedger.fill(ledger, "ada@sandbox");
        }
        title("Calls out of 1,000 systems, 100,000 flights and 1,000,000 images of one user, 50 clients");
        System.out.println(
                "| call | p50 ms | p99 ms | p99 of /health/live, same load | ratio |\n|---|---|---|---|---|");
        Crowd crowd = new Crowd(server, tapis.accessToken("ada", TOKEN));
        CALLS.forEach(call -> crowd.ask(call, CLIENTS, Duration.ofSeconds(2)));
        for (String call : CALLS) {
            Crowd.Waits waits = crowd.ask(call, CLIENTS, Duration.ofSeconds(6));
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.0f | %.0f | %.0f | %.2f |%n",
                    call,
                    waits.callMedian(),
                    waits.callSlowest(),
                    waits.lifeSlowest(),
                    waits.callSlowest() / waits.lifeSlowest());
        }
    }

    private Connection connection() throws Exception {
        Map<String, String> settings = database.direct();
        return DriverManager.getConnection(
                settings.get("SKYFERRY_DB_URL"),
                settings.get("SKYFERRY_DB_USER"),
                settings.get("SKYFERRY_DB_PASSWORD"));
    }

    private static void title(String text) {
        System.out.printf("%n### %s%n", text);
    }
}
