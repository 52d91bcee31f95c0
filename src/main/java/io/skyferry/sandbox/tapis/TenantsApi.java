package io.skyferry.sandbox.tapis;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.token.TokenMint;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** One tenant at one site; nobody needs a token to read them, nor to ask whether the token service lives. */
final class TenantsApi {
    private static final String CREATED = "Mon, 05 Jan 2026 09:00:00 GMT";

    private final World world;
    private final TokenMint mint;
    private final String baseUrl;

    TenantsApi(World world, TokenMint mint, String baseUrl) {
        this.world = world;
        this.mint = mint;
        this.baseUrl = baseUrl;
    }

    void addTo(Router router) {
        router.get("/v3/sites", request -> found(only(site())))
                .get("/v3/sites/{id}", request -> one(request.path("id"), world.site(), site()))
                .get("/v3/tenants", request -> found(only(tenant())))
                .get("/v3/tenants/", request -> found(only(tenant())))
                .get("/v3/tokens/hello", request -> found(Json.createValue("")))
                .get("/v3/tokens/ready", request -> found(Json.createValue("")))
                .get("/v3/tenants/hello", request -> found(Json.createValue("")))
                .get("/v3/tenants/ready", request -> found(Json.createValue("")))
                .get("/v3/tenants/{id}", request -> one(request.path("id"), world.tenant(), tenant()));
    }

    private static Answer found(JsonValue result) {
        return FlaskEnvelope.ok("Retrieved successfully.", result);
    }

    private static Answer one(String asked, String id, JsonObject found) {
        if (!asked.equals(id)) {
            throw FlaskEnvelope.error(404, "No tenant or site found with id " + asked + ".");
        }
        return found(found);
    }

    private static JsonArray only(JsonObject object) {
        return Json.createArrayBuilder().add(object).build();
    }

    private JsonObject site() {
        return Json.createObjectBuilder()
                .add("site_id", world.site())
                .add("base_url", baseUrl)
                .add("primary", true)
                .add(
                        "services",
                        Json.createArrayBuilder(List.of("authenticator", "files", "systems", "tenants", "tokens")))
                .add("tenant_base_url_template", "https://${tenant_id}.example.org")
                .add("site_admin_tenant_id", world.tenant())
                .build();
    }

    private JsonObject tenant() {
        return Json.createObjectBuilder()
                .add("tenant_id", world.tenant())
                .add("base_url", baseUrl)
                .add("site_id", world.site())
                .add("token_service", baseUrl + "/v3/tokens")
                .add("security_kernel", baseUrl + "/v3/security")
                .add("authenticator", baseUrl + "/v3/oauth2")
                .add("owner", "operator@example.org")
                .add("admin_user", "operator")
                .add(
                        "token_gen_services",
                        Json.createArrayBuilder().add("abaco").add("authenticator"))
                .add("status", "active")
                .add("public_key", mint.publicKey())
                .add("description", "A tenant that is not real.")
                .add("create_time", CREATED)
                .add("last_update_time", CREATED)
                .build();
    }
}
