package io.skyferry.functional.kit;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An answer of the server. */
public record Reply(HttpResponse<String> http) {
    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; rel=\"next\"");

    public int status() {
        return http.statusCode();
    }

    public String text() {
        return http.body();
    }

    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            return reader.readObject();
        } catch (RuntimeException e) {
            throw new AssertionError("no JSON: " + status() + " " + text(), e);
        }
    }

    /** The body of a success. */
    public JsonObject ok() {
        if (status() != 200 || !json().getBoolean("success")) {
            throw new AssertionError(http.request().uri() + ": " + status() + " " + text());
        }
        return json();
    }

    /** Empty when it is not there. */
    public String header(String name) {
        return http.headers().firstValue(name).orElse("");
    }

    /** Where the next page is. */
    public Optional<String> link() {
        return http.headers().firstValue("Link").map(link -> {
            Matcher next = NEXT.matcher(link);
            if (!next.matches()) {
                throw new AssertionError("no link to a next page: " + link);
            }
            return next.group(1);
        });
    }

    /** The objects in a list of a success. */
    public List<JsonObject> list(String field) {
        return ok().getJsonArray(field).getValuesAs(JsonObject.class);
    }
}
