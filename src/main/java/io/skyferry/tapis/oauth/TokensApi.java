package io.skyferry.tapis.oauth;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The authenticator's token calls, relative to the address where it gives tokens. Bodies are text, because error answers are not always JSON. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface TokensApi {

    @POST
    Response request(@HeaderParam("Authorization") String client, String body);

    @POST
    @Path("/revoke")
    Response revoke(String body);
}
