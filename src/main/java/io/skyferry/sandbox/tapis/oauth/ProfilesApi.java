package io.skyferry.sandbox.tapis.oauth;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.token.FlaskTokenFilter;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;
import io.skyferry.sandbox.tapis.world.TapisUser;
import io.skyferry.sandbox.tapis.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** Who the users are. */
final class ProfilesApi {
    private final World world;
    private final FlaskTokenFilter tokens;

    ProfilesApi(World world, FlaskTokenFilter tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    void addTo(Router router) {
        router.get("/v3/oauth2/userinfo", request -> profile(tokens.user(request)))
                .get("/v3/oauth2/profiles", this::list)
                .get("/v3/oauth2/profiles/{username}", request -> {
                    tokens.user(request);
                    return profile(request.path("username"));
                });
    }

    private Answer profile(String username) {
        TapisUser user = world.findUser(username).orElseThrow(() -> FlaskEnvelope.error(400, "No such user."));
        return FlaskEnvelope.ok("User profile retrieved successfully.", show(user));
    }

    private Answer list(Request request) {
        tokens.user(request);
        int offset = number(request, "offset", 0);
        JsonArrayBuilder rows = Json.createArrayBuilder();
        world.users().stream().skip(offset).limit(number(request, "limit", 10)).forEach(user -> rows.add(show(user)));
        return FlaskEnvelope.ok("Profiles retrieved successfully.", rows.build());
    }

    private static int number(Request request, String name, int fallback) {
        try {
            return request.query(name).map(Integer::parseUnsignedInt).orElse(fallback);
        } catch (NumberFormatException malformed) {
            throw FlaskEnvelope.error(400, "Invalid " + name + ".");
        }
    }

    private static JsonObject show(TapisUser user) {
        return Json.createObjectBuilder()
                .add("username", user.username())
                .add("email", user.email())
                .add("name", user.givenName() + " " + user.lastName())
                .add("given_name", user.givenName())
                .add("last_name", user.lastName())
                .build();
    }
}
