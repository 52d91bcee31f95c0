package io.skyferry.inside;

import io.skyferry.kit.FreePort;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Writes the configuration of the server that Arquillian starts: the delivered one, with the connector that Arquillian
 * deploys by. Has to come before Arquillian's own extension; inside the server it does nothing.
 */
public final class InsideServer implements BeforeAllCallback {
    static final String DATABASE = "skyferry.it.database";

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (System.getProperty(DATABASE) != null) {
            // Arquillian refuses to start when any server on the machine has the name.
            String name = "inside-" + ProcessHandle.current().pid();
            System.setProperty("skyferry.inside.server", name);
            write(Path.of("target/liberty/wlp/usr/servers", name).toAbsolutePath());
        }
    }

    private static void write(Path server) throws IOException {
        Path data = Files.createTempDirectory(Files.createDirectories(Path.of("target/it")), "inside-");
        String port = Integer.toString(FreePort.find());
        System.setProperty("skyferry.inside.port", port);
        Map<String, String> variables = new TreeMap<>(Map.of(
                "SKYFERRY_HTTP_PORT",
                port,
                "SKYFERRY_HTTPS_PORT",
                Integer.toString(FreePort.find()),
                "SKYFERRY_DATA_DIR",
                data.toAbsolutePath().toString(),
                "WO_TAPIS_BASE_URL",
                "http://127.0.0.1:9",
                "WO_TAPIS_TENANT_ID",
                "sandbox"));
        if (System.getProperty(DATABASE).equals("postgres")) {
            EmbeddedPostgres postgres = EmbeddedPostgres.start();
            variables.put(
                    "SKYFERRY_DB_URL",
                    postgres.getJdbcUrl("postgres", "postgres").replaceFirst("\\?.*", ""));
            variables.put("SKYFERRY_DB_USER", "postgres");
        }
        Files.createDirectories(server);
        Files.writeString(server.resolve("server.xml"), configuration(variables));
    }

    private static String configuration(Map<String, String> variables) {
        String delivered = Path.of("liberty/server.xml").toAbsolutePath().toString();
        String values = variables.entrySet().stream()
                .map(entry -> "<variable name=\"%s\" value=\"%s\"/>".formatted(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining("\n  "));
        return """
                <server>
                  <include location="%s"/>
                  <featureManager><feature>localConnector-1.0</feature></featureManager>
                  <applicationMonitor updateTrigger="polled" dropinsEnabled="true"/>
                  %s
                </server>
                """.formatted(delivered, values);
    }
}
