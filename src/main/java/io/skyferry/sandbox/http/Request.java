package io.skyferry.sandbox.http;

import com.sun.net.httpserver.Headers;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request as the handlers see it. Used by one thread; the body can be read once. */
public final class Request {
    private static final int MAX_TEXT = 4 << 20;

    private final String method;
    private final String rawPath;
    private final String rawQuery;
    private final Headers headers;
    private final InputStream body;
    private final Map<String, String> pathNames;
    private final Map<String, List<String>> query;

    Request(String method, String rawPath, String rawQuery, Headers headers, InputStream body) {
        this(method, rawPath, rawQuery, headers, body, Map.of());
    }

    private Request(
            String method,
            String rawPath,
            String rawQuery,
            Headers headers,
            InputStream body,
            Map<String, String> pathNames) {
        this.method = method;
        this.rawPath = rawPath;
        this.rawQuery = rawQuery;
        this.headers = headers;
        this.body = body;
        this.pathNames = pathNames;
        this.query = PercentCodec.decodeForm(rawQuery);
    }

    Request withPathNames(Map<String, String> names) {
        return new Request(method, rawPath, rawQuery, headers, body, names);
    }

    public String method() {
        return method;
    }

    public String rawPath() {
        return rawPath;
    }

    /** The query as sent, or null. */
    public String rawQuery() {
        return rawQuery;
    }

    /** The decoded value of a {@code {name}} in the route's pattern. */
    public String path(String name) {
        return Optional.ofNullable(pathNames.get(name)).orElseThrow(() -> new IllegalArgumentException(name));
    }

    /** The first value of a query parameter. */
    public Optional<String> query(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** All query parameters, decoded, in their order. */
    public Map<String, List<String>> queries() {
        return query;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** The body as it arrives; a body that ends too early throws an IOException. */
    public InputStream body() {
        return body;
    }

    /** The announced length of the body, or -1. */
    public long contentLength() {
        return header("Content-Length").map(Long::parseLong).orElse(-1L);
    }

    /** @throws AnswerException 413 when the body is larger than 4 MiB */
    public String text() throws IOException {
        byte[] bytes = body.readNBytes(MAX_TEXT + 1);
        if (bytes.length > MAX_TEXT) {
            throw new AnswerException(Answer.text(413, "text/html", "<h1>413 Request Entity Too Large</h1>"));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object, empty when it is something else. */
    public Optional<JsonObject> json() throws IOException {
        try (JsonReader reader = Json.createReader(new StringReader(text()))) {
            return Optional.of(reader.readObject());
        } catch (JsonException notAnObject) {
            return Optional.empty();
        }
    }

    /** The body as {@code application/x-www-form-urlencoded}. */
    public Map<String, List<String>> form() throws IOException {
        return PercentCodec.decodeForm(text());
    }

    /** Reads the body as {@code multipart/form-data}. */
    public MultipartReader multipart() throws IOException {
        return MultipartReader.of(header("Content-Type").orElse(""), body);
    }
}
