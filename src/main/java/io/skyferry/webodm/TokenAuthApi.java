package io.skyferry.webodm;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Trades a name and a password for a token of six hours. */
@Path("/api/token-auth/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface TokenAuthApi {
    @POST
    JsonObject signIn(JsonObject credentials);
}
