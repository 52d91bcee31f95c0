package io.skyferry.tapis;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
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
    record Page(List<TapisSystem> result, Metadata metadata) {

        /** @throws Failure TAPIS_UNEXPECTED_ANSWER for another envelope */
        Page checked() {
            if (result == null) {
                throw new Failure(ErrorCode.TAPIS_UNEXPECTED_ANSWER, "Tapis' answer has no result.");
            }
            return this;
        }

        /** Whether there may be a further page. A server that gives fewer at one time than we ask for says so. */
        boolean isFull() {
            Integer limit = metadata == null ? null : metadata.recordLimit();
            int most = limit == null || limit < 1 ? Tapis.PAGE : Math.min(limit, Tapis.PAGE);
            return result.size() >= most;
        }
    }

    /** @param recordLimit how many systems a page has at most; below 1: no limit */
    record Metadata(Integer recordLimit) {}
}
