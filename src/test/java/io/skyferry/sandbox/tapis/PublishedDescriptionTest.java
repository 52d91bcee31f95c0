package io.skyferry.sandbox.tapis;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds answers against the services' published descriptions. They name no field nullable, while the services write
 * nulls; so fields that are null are left out before. Further deviations are named where they occur.
 */
class PublishedDescriptionTest {
    private static final String SYSTEM = "ptdatax.project.A-1";

    @TempDir
    static Path directory;

    private static TapisFixture fixture;
    private static OpenApiFile files;
    private static OpenApiFile systems;
    private static OpenApiFile authenticator;
    private static OpenApiFile tenants;

    @BeforeAll
    static void start() throws IOException {
        fixture = new TapisFixture(directory);
        fixture.file("F/code/images/a.jpg", 5);
        files = OpenApiFile.read("files.openapi");
        systems = OpenApiFile.read("systems.openapi.tapipy-1.8.2");
        authenticator = OpenApiFile.read("authenticator.openapi.tapipy");
        tenants = OpenApiFile.read("tenants.openapi");
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @Test
    void noticesAnAnswerThatDoesNotFit() {
        assertThat(files.problems("/v3/files/ops/{systemId}/{path}", "get", "200", "{\"result\": [{\"size\": \"5\"}]}"))
                .isNotEmpty();
        assertThat(files.problems("/v3/nowhere", "get", "200", "{}")).isNotEmpty();
    }

    @Test
    void listsFilesAsDescribed() {
        HttpResponse<String> answer = fixture.get("ada", "/v3/files/ops/" + SYSTEM + "/F/code/images");
        JsonObject row = TapisFixture.json(answer).getJsonArray("result").getJsonObject(0);

        fits(files, "/v3/files/ops/{systemId}/{path}", "get", answer);
        assertThat(row.keySet()).containsExactlyInAnyOrderElementsOf(files.properties("FileInfo"));
        // The description says kB.
        assertThat(row.getInt("size")).isEqualTo(5);
        assertThat(files.queryParameters("/v3/files/ops/{systemId}/{path}", "get"))
                .contains("limit", "offset", "recurse", "pattern", "impersonationId", "sharedCtx");
        fits(files, "/v3/files/healthcheck", "get", fixture.get(null, "/v3/files/healthcheck"), "/result: ");
    }

    @Test
    void refusesFilesAsDescribed() {
        for (String path : List.of("none/x", "secret/x", "keyless/x", SYSTEM + "/x", SYSTEM + "/x?limit=1001")) {
            HttpResponse<String> answer = fixture.get("ada", "/v3/files/ops/" + path);
            fits(files, "/v3/files/ops/{systemId}/{path}", "get", answer);
        }
    }

    @Test
    void listsSystemsAsDescribed() {
        String all = "?listType=ALL&select=allAttributes";
        HttpResponse<String> list = fixture.get("ada", "/v3/systems" + all);
        HttpResponse<String> one = fixture.get("ada", "/v3/systems/" + SYSTEM);

        fits(systems, "/v3/systems", "get", list);
        fits(systems, "/v3/systems/{systemId}", "get", one);
        fits(systems, "/v3/systems/search", "get", fixture.get("ada", "/v3/systems/search" + all));
        // importRefId is shown by the service and not described.
        assertThat(TapisFixture.json(one).getJsonObject("result").keySet())
                .containsAll(systems.properties("TapisSystem"));
        assertThat(systems.queryParameters("/v3/systems", "get"))
                .contains("search", "listType", "limit", "orderBy", "skip", "startAfter", "computeTotal", "select");
    }

    @Test
    void givesTokensAsDescribedButWithStatus200() {
        String body = "{\"grant_type\":\"password\",\"username\":\"ada\",\"password\":\"pa\"}";
        HttpResponse<String> answer =
                fixture.postJson(null, "/v3/oauth2/tokens", body, "Authorization", TapisFixture.basic("demo", "key"));

        // The description says 201.
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(authenticator.problems("/v3/oauth2/tokens", "post", "201", withoutNulls(answer)))
                .isEmpty();
        JsonObject result = TapisFixture.json(answer).getJsonObject("result");
        // id_token belongs to newer deployments.
        assertThat(result.getJsonObject("access_token").keySet())
                .containsExactly("access_token", "expires_at", "expires_in", "jti");
    }

    @Test
    void showsUsersAndClientsAsDescribed() {
        fits(authenticator, "/v3/oauth2/userinfo", "get", fixture.get("ada", "/v3/oauth2/userinfo"));
        fits(authenticator, "/v3/oauth2/profiles", "get", fixture.get("ada", "/v3/oauth2/profiles"));
        fits(authenticator, "/v3/oauth2/profiles/{username}", "get", fixture.get("ada", "/v3/oauth2/profiles/grace"));
        fits(authenticator, "/v3/oauth2/clients", "get", fixture.get("ada", "/v3/oauth2/clients"));
        fits(authenticator, "/v3/oauth2/clients/{client_id}", "get", fixture.get("ada", "/v3/oauth2/clients/demo"));
        String metadata = "/v3/oauth2/.well-known/oauth-authorization-server";
        fits(authenticator, metadata, "get", fixture.get(null, metadata));
    }

    @Test
    void beginsADeviceFlowAsDescribed() {
        HttpResponse<String> answer = fixture.postJson(null, "/v3/oauth2/device/code", "{\"client_id\":\"demo\"}");

        // expires_in is a point in time in both, whatever its name says.
        assertThat(authenticator.problems("/v3/oauth2/device/code", "post", "200", withoutNulls(answer)))
                .isEmpty();
    }

    @Test
    void showsTenantsAndSitesAsDescribed() {
        HttpResponse<String> one = fixture.get(null, "/v3/tenants/sandbox");

        fits(tenants, "/v3/tenants", "get", fixture.get(null, "/v3/tenants"));
        fits(tenants, "/v3/tenants/{tenant_id}", "get", one);
        fits(tenants, "/v3/sites", "get", fixture.get(null, "/v3/sites"));
        OpenApiFile tokens = OpenApiFile.read("tokens.openapi");
        fits(tokens, "/v3/tokens/hello", "get", fixture.get(null, "/v3/tokens/hello"), "/result: ");
        fits(tokens, "/v3/tokens/ready", "get", fixture.get(null, "/v3/tokens/ready"), "/result: ");
        JsonObject tenant = TapisFixture.json(one).getJsonObject("result");
        assertThat(tenant.getString("base_url")).isEqualTo(fixture.tapis.baseUrl());
        assertThat(tenant.getString("public_key").split("\n")).hasSize(3);
        assertThat(one.headers().allValues("Content-Type")).containsExactly("application/json");
    }

    /** @param tolerated beginnings of problems that are deviations of the service from its description */
    private static void fits(
            OpenApiFile file, String path, String method, HttpResponse<String> answer, String... tolerated) {
        List<String> problems =
                file.problems(path, method, Integer.toString(answer.statusCode()), withoutNulls(answer)).stream()
                        .filter(problem -> List.of(tolerated).stream().noneMatch(problem::startsWith))
                        .toList();
        assertThat(problems).as(path + " " + answer.body()).isEmpty();
    }

    private static String withoutNulls(HttpResponse<String> answer) {
        return withoutNulls(TapisFixture.json(answer)).toString();
    }

    private static JsonValue withoutNulls(JsonValue value) {
        if (value instanceof JsonObject object) {
            JsonObjectBuilder kept = Json.createObjectBuilder();
            object.forEach((name, inner) -> {
                if (!inner.equals(JsonValue.NULL)) {
                    kept.add(name, withoutNulls(inner));
                }
            });
            return kept.build();
        }
        if (value.getValueType() == JsonValue.ValueType.ARRAY) {
            JsonArrayBuilder kept = Json.createArrayBuilder();
            value.asJsonArray().forEach(inner -> kept.add(withoutNulls(inner)));
            return kept.build();
        }
        return value;
    }
}
