package io.skyferry.tapis.oauth;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The tenants service; needs no token. */
@Path("/v3/tenants")
@Produces(MediaType.APPLICATION_JSON)
public interface TenantsApi {

    @GET
    @Path("/{id}")
    Response get(@PathParam("id") String tenantId);
}
