package io.skyferry.tapis;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /v3/systems} of Tapis. */
@Path("/v3/systems")
@Produces(MediaType.APPLICATION_JSON)
public interface SystemsApi {

    @GET
    Page list(
            @HeaderParam("X-Tapis-Token") String token,
            @QueryParam("listType") String listType,
            @QueryParam("search") String search,
            @QueryParam("select") String select,
            @QueryParam("orderBy") String orderBy,
            @QueryParam("limit") int limit,
            @QueryParam("skip") int skip);

    /** Tapis' envelope around a page of systems. */
    record Page(List<TapisSystem> result) {}
}
