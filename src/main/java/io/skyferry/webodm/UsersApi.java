package io.skyferry.webodm;

import jakarta.json.JsonArray;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** WebODM's users, which every user may look up. */
@Path("/api/users/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface UsersApi {

    /** @param search a part of the name or mail address */
    @GET
    JsonArray search(@HeaderParam(ProjectsApi.AUTHORIZATION) String jwt, @QueryParam("search") String search);
}
