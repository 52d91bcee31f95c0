package io.skyferry.tapis;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** {@code /v3/files} of Tapis: listings. Contents are streamed by {@code transfer.download}. */
@Path("/v3/files")
@Produces(MediaType.APPLICATION_JSON)
public interface FilesApi {

    /** @param path relative to the system's root, in clear: the client encodes it, but for its slashes */
    @GET
    @Path("ops/{system}/{path:(?s).*}")
    Page list(
            @HeaderParam("X-Tapis-Token") String token,
            @PathParam("system") String system,
            @PathParam("path") String path,
            @QueryParam("limit") int limit,
            @QueryParam("offset") long offset,
            @QueryParam("pattern") String pattern);

    /** Tapis' envelope around a page of a listing. */
    record Page(List<TapisFile> result) {

        /** @throws Failure TAPIS_UNEXPECTED_ANSWER for another envelope */
        List<TapisFile> rows() {
            if (result == null) {
                throw new Failure(ErrorCode.TAPIS_UNEXPECTED_ANSWER, "Tapis' answer has no result.");
            }
            return result;
        }
    }
}
