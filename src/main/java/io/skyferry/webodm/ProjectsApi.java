package io.skyferry.webodm;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** WebODM's projects and tasks. Every address ends with a slash: without it WebODM redirects and drops the body. */
@Path("/api/projects/")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface ProjectsApi {
    String AUTHORIZATION = "Authorization";

    /** @param search words, {@code #tag} for an exact tag in any case; without a page number all come in one array */
    @GET
    JsonArray search(
            @HeaderParam(AUTHORIZATION) String jwt,
            @QueryParam("search") String search,
            @QueryParam("name") String name);

    @POST
    JsonObject create(@HeaderParam(AUTHORIZATION) String jwt, JsonObject project);

    @GET
    @Path("{project}/")
    JsonObject get(@HeaderParam(AUTHORIZATION) String jwt, @PathParam("project") long project);

    @GET
    @Path("{project}/permissions/")
    JsonArray permissions(@HeaderParam(AUTHORIZATION) String jwt, @PathParam("project") long project);

    @POST
    @Path("{project}/edit/")
    JsonObject edit(@HeaderParam(AUTHORIZATION) String jwt, @PathParam("project") long project, JsonObject edited);

    @GET
    @Path("{project}/tasks/")
    JsonArray tasks(@HeaderParam(AUTHORIZATION) String jwt, @PathParam("project") long project);

    @POST
    @Path("{project}/tasks/")
    JsonObject createTask(@HeaderParam(AUTHORIZATION) String jwt, @PathParam("project") long project, JsonObject task);

    @GET
    @Path("{project}/tasks/{task}/")
    JsonObject task(
            @HeaderParam(AUTHORIZATION) String jwt, @PathParam("project") long project, @PathParam("task") String task);

    @POST
    @Path("{project}/tasks/{task}/{action}/")
    JsonObject act(
            @HeaderParam(AUTHORIZATION) String jwt,
            @PathParam("project") long project,
            @PathParam("task") String task,
            @PathParam("action") String action,
            JsonObject nothing);
}
