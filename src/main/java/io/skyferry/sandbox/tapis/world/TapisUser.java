package io.skyferry.sandbox.tapis.world;

import jakarta.json.JsonObject;

/** Somebody who can sign in. */
public record TapisUser(String username, String password, String email, String givenName, String lastName) {
    static TapisUser of(JsonObject json) {
        String username = json.getString("username");
        return new TapisUser(
                username,
                json.getString("password"),
                json.getString("email", username + "@example.org"),
                json.getString("given_name", username),
                json.getString("last_name", ""));
    }

    @Override
    public String toString() {
        return "TapisUser[" + username + "]";
    }
}
