package io.skyferry.sandbox.http;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;

/** Lets a test in another process read the request log and set faults and pace. */
final class ControlApi {
    private ControlApi() {}

    static Router routes(Faults faults, Pace pace, RequestLog requests) {
        return new Router()
                .get("/sandbox/requests", request -> Answer.json(200, show(requests)))
                .delete("/sandbox/requests", request -> done(requests::clear))
                .post("/sandbox/faults", request -> {
                    Fault fault = FaultJson.read(body(request));
                    return done(() -> faults.add(fault));
                })
                .delete("/sandbox/faults", request -> done(faults::clear))
                .post("/sandbox/latency", request -> {
                    long millis = body(request).getJsonNumber("ms").longValueExact();
                    return done(() -> pace.latencyMillis(millis));
                })
                .post("/sandbox/bandwidth", request -> {
                    long bytes = body(request).getJsonNumber("bytesPerSecond").longValueExact();
                    return done(() -> pace.bytesPerSecond(bytes));
                })
                .onError((request, error) -> Answer.text(400, "text/plain", "Not understood: " + error));
    }

    private static JsonObject body(Request request) throws IOException {
        return request.json().orElseThrow(() -> new IllegalArgumentException("a JSON object is needed"));
    }

    private static Answer done(Runnable change) {
        change.run();
        return Answer.empty(204);
    }

    private static JsonObject show(RequestLog requests) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        requests.list().forEach(request -> rows.add(show(request)));
        return Json.createObjectBuilder()
                .add("maxOpen", requests.maxOpen())
                .add("requests", rows)
                .build();
    }

    private static JsonObjectBuilder show(LoggedRequest request) {
        JsonObjectBuilder row = Json.createObjectBuilder()
                .add("method", request.method())
                .add("path", request.path())
                .add("query", request.query())
                .add("status", request.status())
                .add("received", request.received())
                .add("sent", request.sent())
                .add(
                        "headers",
                        Json.createArrayBuilder(
                                request.headerNames().stream().sorted().toList()))
                .add("started", request.started().toString());
        request.ended().ifPresent(ended -> row.add("ended", ended.toString()));
        return row;
    }
}
