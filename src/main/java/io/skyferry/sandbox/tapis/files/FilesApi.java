package io.skyferry.sandbox.tapis.files;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.http.Router;
import io.skyferry.sandbox.tapis.token.JavaTokenFilter;
import io.skyferry.sandbox.tapis.wire.JavaEnvelope;
import io.skyferry.sandbox.tapis.world.StorageSystem;
import io.skyferry.sandbox.tapis.world.World;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Routes of the Files service, and the checks that listing and download share. */
public final class FilesApi {
    private static final int MAX_LIMIT = 1000;

    private final World world;
    private final JavaTokenFilter tokens;

    public FilesApi(World world, JavaTokenFilter tokens) {
        this.world = world;
        this.tokens = tokens;
    }

    public void addTo(Router router) {
        router.get("/v3/files/healthcheck", request -> health("Health check received. Count: 1"))
                .get("/v3/files/readycheck", request -> health("Ready check received. Count: 1"))
                .get("/v3/files/ops/{system}", this::list)
                .get("/v3/files/ops/{system}/{path...}", this::list)
                .get("/v3/files/content/{system}/{path...}", this::content);
    }

    private static Answer health(String message) {
        return JavaEnvelope.ok(message, Json.createValue(""), JsonValue.EMPTY_JSON_OBJECT);
    }

    private Answer list(Request request) throws IOException {
        String user = tokens.user(request);
        int limit = (int) number(request, "limit", MAX_LIMIT);
        long offset = number(request, "offset", 0);
        checkBounds(limit, offset);
        HostPath path = HostPath.of(request);
        Host host = open(request, user, path);
        Path file = host.find(path)
                .orElseThrow(() -> JavaEnvelope.error(
                        404,
                        "FILES_CLIENT_SSH_NOT_FOUND Path not found on system. System: "
                                + host.system().id() + " Path: " + path.text()));
        boolean recurse = request.query("recurse").map(Boolean::parseBoolean).orElse(false);
        return rows(host, new Listing(host, pattern(request), offset, limit).list(path, file, recurse));
    }

    private static Answer rows(Host host, List<FileRow> rows) {
        JsonArrayBuilder result = Json.createArrayBuilder();
        rows.forEach(row -> result.add(row.toJson(host.system().id())));
        return JavaEnvelope.ok("ok", result.build(), JsonValue.EMPTY_JSON_OBJECT);
    }

    private Answer content(Request request) throws IOException {
        String user = tokens.user(request);
        HostPath path = HostPath.of(request);
        ContentHeaders headers = ContentHeaders.of(request);
        Host host = open(request, user, path);
        boolean zip = request.query("zip").map(Boolean::parseBoolean).orElse(false);
        return new Download(host, path, headers).answer(zip, request.method().equals("HEAD"));
    }

    /** System, then permission, then host: a stranger learns nothing about paths. */
    private Host open(Request request, String user, HostPath path) {
        checkPrivilegedParameters(request, user);
        String id = request.path("system");
        StorageSystem system = world.findSystem(id)
                .orElseThrow(() -> JavaEnvelope.error(404, "FILES_SYS_NOTFOUND System not found. System: " + id));
        if (!system.enabled()) {
            throw JavaEnvelope.error(404, "FILES_SYS_NOTENABLED System is not enabled. System: " + id);
        }
        if (!system.hasFilesFor(user)) {
            throw JavaEnvelope.error(
                    403,
                    "FILES_NOT_AUTHORIZED. Permission denied by Tapis. User: " + user + " System: " + id + " Path: "
                            + path.text());
        }
        Host host = new Host(system);
        host.checkAccess(path);
        return host;
    }

    private static void checkPrivilegedParameters(Request request, String user) {
        for (String name : List.of("impersonationId", "sharedCtx", "sharedAppCtx")) {
            if (request.query(name).isPresent()) {
                throw JavaEnvelope.error(
                        403, "FILES_UNAUTHORIZED Only certain services may use " + name + ". User: " + user);
            }
        }
    }

    private static void checkBounds(int limit, long offset) {
        if (limit > MAX_LIMIT) {
            throw JavaEnvelope.invalid("listFiles.arg2: must be less than or equal to 1000");
        }
        if (offset < 0) {
            throw JavaEnvelope.invalid("listFiles.arg3: must be greater than or equal to 0");
        }
        if (limit < 0) {
            throw JavaEnvelope.error(500, "FILES_OPSC_ERR_LIST Error: negative limit " + limit);
        }
    }

    /** A number that does not parse makes JAX-RS say that there is no such resource. */
    private static long number(Request request, String name, long fallback) {
        try {
            return request.query(name).map(Long::parseLong).orElse(fallback);
        } catch (NumberFormatException malformed) {
            throw JavaEnvelope.error(404, "HTTP 404 Not Found");
        }
    }

    private static Predicate<String> pattern(Request request) {
        try {
            return NamePattern.of(request.query("pattern"));
        } catch (PatternSyntaxException malformed) {
            throw JavaEnvelope.error(500, "FILES_OPSC_ERR_LIST Error: " + malformed.getDescription());
        }
    }
}
