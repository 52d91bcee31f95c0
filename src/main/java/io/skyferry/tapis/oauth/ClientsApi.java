package io.skyferry.tapis.oauth;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The authenticator's OAuth2 clients. */
@Path("/v3/oauth2/clients")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface ClientsApi {

    @POST
    Response create(@HeaderParam("X-Tapis-Token") String token, String body);
}
