package io.skyferry.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    private final Map<String, String> values =
            new HashMap<>(Map.of("WO_TAPIS_BASE_URL", "https://portals.tapis.io", "WO_TAPIS_TENANT_ID", "portals"));

    private Settings read() {
        return Settings.read(name -> Optional.ofNullable(values.get(name)));
    }

    /** The one line that stops the start. */
    private String complaint() {
        InvalidSetting invalid = catchThrowableOfType(InvalidSetting.class, this::read);
        assertThat(invalid).as("nothing was wrong with %s", values).isNotNull();
        assertThat(invalid.getMessage()).doesNotContain("\n", "\r").hasSizeLessThan(200);
        return invalid.getMessage();
    }

    @Test
    void needsOnlyWhereTapisIs() {
        Settings settings = read();

        assertThat(settings.tapis())
                .isEqualTo(new Settings.Tapis(
                        URI.create("https://portals.tapis.io"), "portals", Optional.empty(), Optional.empty(), 4));
        assertThat(settings.webOdm())
                .isEqualTo(new Settings.WebOdm(
                        URI.create("http://localhost:8000"),
                        List.of(WebOdmAuth.LINKED),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        4));
        Path data = Path.of("data").toAbsolutePath();
        assertThat(settings.server())
                .isEqualTo(new Settings.Server(
                        URI.create("http://localhost:9080"),
                        data,
                        data.resolve("secret.key"),
                        "node-1",
                        Set.of(),
                        Set.of(),
                        365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"WO_TAPIS_BASE_URL", "WO_TAPIS_TENANT_ID"})
    void namesWhatIsMissing(String name) {
        values.put(name, "  ");

        assertThat(complaint()).startsWith(name + " is not set; for example ");
    }

    @Test
    void takesEverySettingAsItIsGiven() {
        values.putAll(Map.of(
                "WO_TAPIS_BASE_URL", " https://tapis.example:8443/base// ",
                "SKYFERRY_TAPIS_CLIENT_ID", "demo",
                "SKYFERRY_TAPIS_CLIENT_KEY", "client-key",
                "SKYFERRY_TAPIS_CONCURRENCY", "64",
                "SKYFERRY_WEBODM_URL", "HTTPS://odm.example/",
                "SKYFERRY_WEBODM_CONCURRENCY", "1",
                "SKYFERRY_NODE_NAME", "east_1",
                "SKYFERRY_ADMINS", "ada@portals, grace@portals,,",
                "SKYFERRY_OPERATORS", "op@portals"));
        values.putAll(Map.of(
                "SKYFERRY_DATA_DIR", "/srv/skyferry/../data",
                "SKYFERRY_SECRET_KEY_FILE", "/run/secrets/key",
                "SKYFERRY_PUBLIC_URL", "https://ferry.example/",
                "SKYFERRY_HTTP_PORT", "8080",
                "SKYFERRY_HTTPS_PORT", "8443",
                "SKYFERRY_AUDIT_DAYS", "30",
                "SKYFERRY_DB_URL", "jdbc:postgresql://db/skyferry"));

        Settings settings = read();

        assertThat(settings.tapis().baseUrl()).hasToString("https://tapis.example:8443/base");
        assertThat(settings.tapis().clientId()).hasValue("demo");
        assertThat(settings.tapis().clientKey().map(Secret::reveal)).hasValue("client-key");
        assertThat(settings.tapis().concurrency()).isEqualTo(64);
        assertThat(settings.webOdm().baseUrl()).hasToString("HTTPS://odm.example");
        assertThat(settings.webOdm().concurrency()).isEqualTo(1);
        assertThat(settings.server())
                .isEqualTo(new Settings.Server(
                        URI.create("https://ferry.example"),
                        Path.of("/srv/data"),
                        Path.of("/run/secrets/key"),
                        "east_1",
                        Set.of("ada@portals", "grace@portals"),
                        Set.of("op@portals"),
                        30));
    }

    @Test
    void derivesTheAddressFromThePortAndTheKeyFileFromTheDirectory() {
        values.put("SKYFERRY_HTTP_PORT", "8080");
        values.put("SKYFERRY_DATA_DIR", "/srv/data");

        assertThat(read().server().publicUrl()).hasToString("http://localhost:8080");
        assertThat(read().server().secretKeyFile()).isEqualTo(Path.of("/srv/data/secret.key"));
    }

    @ParameterizedTest
    @CsvSource({
        "signing-key, SIGNING_KEY",
        "SIGNING_KEY, SIGNING_KEY",
        "linked, LINKED",
        "Service, SERVICE",
    })
    void takesTheWayIntoWebOdmInAnySpelling(String word, WebOdmAuth auth) {
        values.put("SKYFERRY_WEBODM_AUTH", word);
        values.put("SKYFERRY_WEBODM_SIGNING_KEY", "k");
        values.put("SKYFERRY_WEBODM_USERNAME", "skyferry");
        values.put("SKYFERRY_WEBODM_PASSWORD", "p");

        assertThat(read().webOdm().ways()).containsExactly(auth);
    }

    @ParameterizedTest
    @CsvSource({
        "SKYFERRY_WEBODM_AUTH, signing-key, SKYFERRY_WEBODM_SIGNING_KEY",
        "SKYFERRY_WEBODM_AUTH, service, SKYFERRY_WEBODM_USERNAME",
        "SKYFERRY_TAPIS_CLIENT_ID, demo, SKYFERRY_TAPIS_CLIENT_KEY",
        "SKYFERRY_TAPIS_CLIENT_KEY, hidden, SKYFERRY_TAPIS_CLIENT_ID",
    })
    void namesWhatAnotherSettingNeeds(String name, String value, String missing) {
        values.put(name, value);

        assertThat(complaint()).startsWith(missing + " is not set, but " + name).doesNotContain("hidden");
    }

    @Test
    void needsAPasswordForTheServiceAccount() {
        values.put("SKYFERRY_WEBODM_AUTH", "service");
        values.put("SKYFERRY_WEBODM_USERNAME", "skyferry");

        assertThat(complaint()).startsWith("SKYFERRY_WEBODM_PASSWORD is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "WO_TAPIS_BASE_URL, ftp://tapis.example",
        "WO_TAPIS_BASE_URL, http://169.254.169.254",
        "SKYFERRY_WEBODM_URL, http://169.254.169.254/latest",
        "SKYFERRY_WEBODM_URL, http://2852039166",
        "SKYFERRY_WEBODM_URL, http://[::ffff:169.254.169.254]",
        "SKYFERRY_WEBODM_URL, http://[fe80::1]:8000",
        "SKYFERRY_WEBODM_URL, http://0.0.0.0:8000",
        "SKYFERRY_WEBODM_URL, file://localhost/etc/passwd",
        "SKYFERRY_WEBODM_URL, gopher://webodm.example",
        "WO_TAPIS_BASE_URL, tapis.example",
        "WO_TAPIS_BASE_URL, https://",
        "WO_TAPIS_BASE_URL, https://tapis example",
        "WO_TAPIS_BASE_URL, https://tapis.example/?a=b",
        "WO_TAPIS_BASE_URL, https://tapis.example/#x",
        "SKYFERRY_WEBODM_URL, file:///etc/passwd",
        "SKYFERRY_PUBLIC_URL, //ferry.example",
        "SKYFERRY_TAPIS_CONCURRENCY, 0",
        "SKYFERRY_TAPIS_CONCURRENCY, 65",
        "SKYFERRY_WEBODM_CONCURRENCY, four",
        "SKYFERRY_WEBODM_CONCURRENCY, 4.5",
        "SKYFERRY_HTTP_PORT, -1",
        "SKYFERRY_HTTP_PORT, 99999999999",
        "SKYFERRY_HTTPS_PORT, 65536",
        "SKYFERRY_WEBODM_AUTH, password",
        "SKYFERRY_DB_URL, jdbc:mysql://db/skyferry",
        "SKYFERRY_ADMINS, ada",
        "SKYFERRY_ADMINS, ada@portals@x",
        "SKYFERRY_OPERATORS, @portals",
    })
    void namesWhatIsWrong(String name, String value) {
        values.put(name, value);

        assertThat(complaint()).startsWith(name + " must ");
    }

    @Test
    void namesAPathThatCannotBeOne() {
        values.put("SKYFERRY_DATA_DIR", "a\0b");

        assertThat(complaint()).startsWith("SKYFERRY_DATA_DIR must be a file path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"WO_TAPIS_BASE_URL", "SKYFERRY_HTTP_PORT", "SKYFERRY_ADMINS", "SKYFERRY_WEBODM_AUTH"})
    void complainsInOneShortLineWhateverTheValueIs(String name) {
        values.put(name, "first\nsecond\r" + "x".repeat(5000));

        assertThat(complaint()).startsWith(name + " must ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://ada:hidden@odm.example", "ftp://ada:hidden@odm.example", "http://ada:hidden@o dm"})
    void repeatsNoPasswordOfAnAddress(String value) {
        values.put("SKYFERRY_WEBODM_URL", value);

        assertThat(complaint()).startsWith("SKYFERRY_WEBODM_URL must ").doesNotContain("hidden");
    }

    @Test
    void printsNoSecret() {
        values.putAll(Map.of(
                "SKYFERRY_TAPIS_CLIENT_ID", "demo",
                "SKYFERRY_TAPIS_CLIENT_KEY", "hidden-1",
                "SKYFERRY_WEBODM_SIGNING_KEY", "hidden-2",
                "SKYFERRY_WEBODM_PASSWORD", "hidden-3"));

        assertThat(read().toString()).contains("***").doesNotContain("hidden");
    }
}
