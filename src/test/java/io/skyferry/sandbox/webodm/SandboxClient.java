package io.skyferry.sandbox.webodm;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A plain HTTP client of one sandbox, as one user. */
final class SandboxClient {
    static final String BOUNDARY = "------------------------d654c818ba3a068a";

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final Map<String, String> headers = new LinkedHashMap<>();

    SandboxClient(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    static SandboxClient of(WebOdmSandbox sandbox, String username) {
        return new SandboxClient(sandbox.baseUrl()).with("Authorization", "JWT " + sandbox.token(username));
    }

    SandboxClient with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    HttpResponse<byte[]> send(String method, String path, String contentType, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        return send(request.build());
    }

    HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<byte[]> get(String path) {
        return send("GET", path, null, null);
    }

    HttpResponse<byte[]> post(String path) {
        return send("POST", path, null, null);
    }

    HttpResponse<byte[]> json(String method, String path, String json) {
        return send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<byte[]> upload(String task, MultipartBody body) {
        return send("POST", task + "upload/", body.contentType(), body.bytes());
    }

    /** Creates a project and gives its path. */
    String createProject(String json) {
        return "/api/projects/" + object(json("POST", "/api/projects/", json)).getInt("id") + "/";
    }

    /** Creates a task and gives its path. */
    String createTask(String project, String json) {
        return project + "tasks/"
                + object(json("POST", project + "tasks/", json)).getString("id") + "/";
    }

    JsonObject getObject(String path) {
        return object(get(path));
    }

    static JsonObject object(HttpResponse<byte[]> response) {
        return value(response).asJsonObject();
    }

    static JsonValue value(HttpResponse<byte[]> response) {
        return parse(text(response));
    }

    static JsonValue parse(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }

    static String text(HttpResponse<byte[]> response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    /** A multipart body that is built by hand, so that tests can send odd ones. */
    static final class MultipartBody {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        static MultipartBody files(String... names) {
            MultipartBody body = new MultipartBody();
            for (String name : names) {
                body.file("images", "filename=\"" + name + "\"", name.getBytes(StandardCharsets.UTF_8));
            }
            return body;
        }

        MultipartBody field(String name, String value) {
            return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
        }

        MultipartBody file(String field, String fileName, byte[] content) {
            return part("form-data; name=\"" + field + "\"; " + fileName, content);
        }

        private MultipartBody part(String disposition, byte[] content) {
            out.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.writeBytes(content);
            out.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            return this;
        }

        String contentType() {
            return "multipart/form-data; boundary=" + BOUNDARY;
        }

        byte[] bytes() {
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(out.toByteArray());
            whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return whole.toByteArray();
        }
    }
}
