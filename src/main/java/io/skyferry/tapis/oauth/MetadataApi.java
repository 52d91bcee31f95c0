package io.skyferry.tapis.oauth;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What an authenticator says about itself; needs no token. */
@Path("/v3/oauth2/.well-known/oauth-authorization-server")
@Produces(MediaType.APPLICATION_JSON)
public interface MetadataApi {

    @GET
    Response get();
}
