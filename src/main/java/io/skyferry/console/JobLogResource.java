package io.skyferry.console;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The log of a job and its partitions, as text; for its owner and for operators. */
@Path("skyferry/jobs/{id:\\d{1,18}}/log")
@RequestScoped
@Produces("text/plain;charset=utf-8")
@Tag(name = "jobs")
public class JobLogResource {
    private static final long USUAL = 200;
    private static final long MOST = 10_000;

    @Inject
    private CurrentCaller caller;

    @Inject
    private JobCatalog catalog;

    @Inject
    private JobLogs logs;

    @GET
    @Operation(operationId = "getJobLog", summary = "The end of a job's log, or with 'download' all of it as a file")
    public Response get(
            @PathParam("id") long id,
            @QueryParam("tail") @Parameter(description = "How many lines, 200 if absent.") String tail,
            @QueryParam("download") String download) {
        int lines = Query.number("tail", tail, 1, MOST).orElse(USUAL).intValue();
        JobRun run = catalog.getFor(caller.get(), id).run();
        List<java.nio.file.Path> files = logs.listFiles(run);
        if (files.isEmpty()) {
            throw new Failure(ErrorCode.NOT_FOUND, "This server has no log of job " + id + ".");
        }
        if (download != null) {
            return Response.ok(whole(files))
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"job-" + id + ".log\"")
                    .build();
        }
        return Response.ok(String.join("\n", LogText.tail(files, lines)) + "\n")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private static StreamingOutput whole(List<java.nio.file.Path> files) {
        java.nio.file.Path job = files.get(0).getParent();
        return out -> {
            for (java.nio.file.Path file : files) {
                out.write(title(job, file).getBytes(StandardCharsets.UTF_8));
                Files.copy(file, out);
            }
        };
    }

    private static String title(java.nio.file.Path job, java.nio.file.Path file) {
        return "===== " + job.relativize(file).toString().replace('\\', '/') + " =====\n";
    }
}
