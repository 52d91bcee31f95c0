package io.skyferry.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything that an installation can set, typed and checked at start. The names are environment variables (or any
 * MicroProfile Config source); {@code docs/operate.md} lists them with their defaults. Immutable.
 */
public record Settings(
        Tapis tapis,
        WebOdm webOdm,
        Server server,
        TransferSettings transfer,
        Page page,
        ScheduleSettings schedule,
        NoticeSettings notices) {

    /**
     * @param clientId OAuth2 client of the configured tenant; absent: only Bearer tokens, no sign-in
     * @param concurrency most requests open to Tapis at one time, over all work of this server
     */
    public record Tapis(
            URI baseUrl, String tenantId, Optional<String> clientId, Optional<Secret> clientKey, int concurrency) {}

    /**
     * @param ways how to act for a user, at least one; the first counts for whoever chose none
     * @param concurrency most uploads open to WebODM at one time, over all work of this server
     */
    public record WebOdm(
            URI baseUrl,
            List<WebOdmAuth> ways,
            Optional<Secret> signingKey,
            Optional<String> username,
            Optional<Secret> password,
            int concurrency) {}

    /**
     * @param publicUrl where browsers reach this server
     * @param admins owners ({@code name@tenant}) who configure
     * @param operators owners ({@code name@tenant}) who see and steer every job
     * @param auditDays how long the audit trail is kept
     */
    public record Server(
            URI publicUrl,
            Path dataDir,
            Path secretKeyFile,
            String nodeName,
            Set<String> admins,
            Set<String> operators,
            int auditDays) {}

    /**
     * @param mapTiles address of map tiles with {@code {z}}, {@code {x}} and {@code {y}}; absent: maps have no background
     * @param mapAttribution whose tiles they are, shown on the map
     */
    public record Page(Optional<String> mapTiles, String mapAttribution) {}

    /** @throws InvalidSetting for the first setting that is missing or wrong */
    public static Settings read(Function<String, Optional<String>> values) {
        SettingSource source = new SettingSource(values);
        source.number("SKYFERRY_HTTPS_PORT", 9443, 1, 65535);
        return new Settings(
                tapis(source),
                webOdm(source),
                server(source),
                TransferSettings.read(source),
                page(source),
                ScheduleSettings.read(source),
                NoticeSettings.read(source));
    }

    private static Tapis tapis(SettingSource source) {
        String base = source.requiredText("WO_TAPIS_BASE_URL", "https://portals.tapis.io");
        Optional<String> clientId = source.text("SKYFERRY_TAPIS_CLIENT_ID");
        Optional<Secret> clientKey = source.text("SKYFERRY_TAPIS_CLIENT_KEY").map(Secret::new);
        if (clientId.isPresent() && clientKey.isEmpty()) {
            throw new InvalidSetting("SKYFERRY_TAPIS_CLIENT_KEY", "is not set, but SKYFERRY_TAPIS_CLIENT_ID is");
        }
        if (clientKey.isPresent() && clientId.isEmpty()) {
            throw new InvalidSetting("SKYFERRY_TAPIS_CLIENT_ID", "is not set, but SKYFERRY_TAPIS_CLIENT_KEY is");
        }
        return new Tapis(
                source.remoteUrl("WO_TAPIS_BASE_URL", base),
                source.requiredText("WO_TAPIS_TENANT_ID", "portals"),
                clientId,
                clientKey,
                source.number("SKYFERRY_TAPIS_CONCURRENCY", 4, 1, 64));
    }

    private static WebOdm webOdm(SettingSource source) {
        Optional<Secret> signingKey = source.text("SKYFERRY_WEBODM_SIGNING_KEY").map(Secret::new);
        Optional<String> username = source.text("SKYFERRY_WEBODM_USERNAME");
        Optional<Secret> password = source.text("SKYFERRY_WEBODM_PASSWORD").map(Secret::new);
        List<WebOdmAuth> ways =
                source.choices("SKYFERRY_WEBODM_AUTH", WebOdmAuth.class).orElse(List.of(WebOdmAuth.LINKED));
        if (ways.contains(WebOdmAuth.SIGNING_KEY) && signingKey.isEmpty()) {
            throw new InvalidSetting("SKYFERRY_WEBODM_SIGNING_KEY", "is not set, but SKYFERRY_WEBODM_AUTH=signing-key");
        }
        if (ways.contains(WebOdmAuth.SERVICE) && username.isEmpty()) {
            throw new InvalidSetting("SKYFERRY_WEBODM_USERNAME", "is not set, but SKYFERRY_WEBODM_AUTH=service");
        }
        if (ways.contains(WebOdmAuth.SERVICE) && password.isEmpty()) {
            throw new InvalidSetting("SKYFERRY_WEBODM_PASSWORD", "is not set, but SKYFERRY_WEBODM_AUTH=service");
        }
        return new WebOdm(
                source.remoteUrl(
                        "SKYFERRY_WEBODM_URL",
                        source.text("SKYFERRY_WEBODM_URL").orElse("http://localhost:8000")),
                ways,
                signingKey,
                username,
                password,
                source.number("SKYFERRY_WEBODM_CONCURRENCY", 4, 1, 64));
    }

    private static Server server(SettingSource source) {
        int httpPort = source.number("SKYFERRY_HTTP_PORT", 9080, 1, 65535);
        Path dataDir = source.path(
                "SKYFERRY_DATA_DIR", source.text("SKYFERRY_DATA_DIR").orElse("data"));
        String publicUrl = source.text("SKYFERRY_PUBLIC_URL").orElse("http://localhost:" + httpPort);
        String keyFile = source.text("SKYFERRY_SECRET_KEY_FILE")
                .orElse(dataDir.resolve("secret.key").toString());
        checkDatabase(source);
        return new Server(
                source.baseUrl("SKYFERRY_PUBLIC_URL", publicUrl),
                dataDir,
                source.path("SKYFERRY_SECRET_KEY_FILE", keyFile),
                source.text("SKYFERRY_NODE_NAME").orElse("node-1"),
                owners(source, "SKYFERRY_ADMINS"),
                owners(source, "SKYFERRY_OPERATORS"),
                source.number("SKYFERRY_AUDIT_DAYS", 365, 1, 36500));
    }

    private static Page page(SettingSource source) {
        Optional<String> tiles = source.text("SKYFERRY_MAP_TILES");
        tiles.ifPresent(address -> {
            if (!address.matches("https?://[A-Za-z0-9.-]+(:\\d+)?/[^\\s;,'\"]*")) {
                throw new InvalidSetting(
                        "SKYFERRY_MAP_TILES", "must be an http or https address with a plain host name");
            }
        });
        return new Page(tiles, source.text("SKYFERRY_MAP_ATTRIBUTION").orElse(""));
    }

    /** Liberty opens the database before the application starts; this only gives its mistakes a name. */
    private static void checkDatabase(SettingSource source) {
        source.text("SKYFERRY_DB_URL").ifPresent(url -> {
            if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
                throw new InvalidSetting("SKYFERRY_DB_URL", "must start with jdbc:postgresql: or jdbc:h2:");
            }
        });
    }

    private static Set<String> owners(SettingSource source, String name) {
        Set<String> owners = source.words(name);
        for (String owner : owners) {
            if (!owner.matches("[^@\\s]+@[^@\\s]+")) {
                throw new InvalidSetting(
                        name, "must list owners as name@tenant, but has '" + SettingSource.shown(owner) + "'");
            }
        }
        return owners;
    }
}
