package io.skyferry.sandbox.webodm;

import io.skyferry.sandbox.webodm.SandboxClient.MultipartBody;
import io.skyferry.sandbox.webodm.api.Flavour;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * A request and its answer as seen at a real WebODM 3.2.4, with the caller and the scene in which the sandbox must
 * answer alike. Secrets are redacted in the file, long files are named by their size only.
 */
record Recording(String file, String caller, String scene, JsonObject content) {
    private static final String RESOURCES = "/recordings/webodm/";
    private static final Path MORE = Path.of("..", "shared", "recordings", "webodm");
    private static final int LONGEST_FILE = 2000;

    /** Empty when the file is neither among the test's resources nor in the larger collection beside the checkout. */
    static Optional<Recording> find(String tableRow) {
        String[] columns = tableRow.split("\t");
        return read(columns[0]).map(content -> new Recording(columns[0], columns[1], columns[2], content));
    }

    static String table() throws IOException {
        try (InputStream in = Recording.class.getResourceAsStream(RESOURCES + "CONTRACT.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Optional<JsonObject> read(String file) {
        try (InputStream in = Recording.class.getResourceAsStream(RESOURCES + file)) {
            if (in != null) {
                return Optional.of(parse(in.readAllBytes()));
            }
            Path more = MORE.resolve(file);
            return Files.exists(more) ? Optional.of(parse(Files.readAllBytes(more))) : Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static JsonObject parse(byte[] bytes) {
        return SandboxClient.parse(new String(bytes, StandardCharsets.UTF_8)).asJsonObject();
    }

    private JsonObject request() {
        return content.getJsonObject("request");
    }

    JsonObject response() {
        return content.getJsonObject("response");
    }

    String method() {
        return request().getString("method");
    }

    String path() {
        return request().getString("path");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request().getJsonObject("headers").getString(name, null));
    }

    boolean chunked() {
        return header("Transfer-Encoding").isPresent();
    }

    Flavour flavour() {
        return content.getString("server").startsWith("nginx") ? Flavour.NGINX : Flavour.GUNICORN;
    }

    int status() {
        return response().getInt("status");
    }

    /** Null for a request without a body. */
    byte[] body(String password) {
        JsonObject body = request().getJsonObject("body");
        if (body.containsKey("parts")) {
            return multipart(body).bytes();
        } else if (body.containsKey("json")) {
            return body.get("json").toString().replace("<redacted>", password).getBytes(StandardCharsets.UTF_8);
        } else if (body.containsKey("text")) {
            return body.getString("text").replace("<redacted>", password).getBytes(StandardCharsets.UTF_8);
        }
        return null;
    }

    String contentType() {
        boolean parts = request().getJsonObject("body").containsKey("parts");
        return parts
                ? new MultipartBody().contentType()
                : header("Content-Type").orElse(null);
    }

    private static MultipartBody multipart(JsonObject body) {
        MultipartBody multipart = new MultipartBody();
        for (JsonObject part : body.getJsonArray("parts").getValuesAs(JsonObject.class)) {
            if (part.containsKey("filename")) {
                byte[] content = new byte[Math.min(LONGEST_FILE, part.getInt("bytes"))];
                Arrays.fill(content, (byte) 'x');
                multipart.file(part.getString("field"), "filename=\"" + part.getString("filename") + "\"", content);
            } else {
                JsonValue value = part.get("value");
                multipart.field(
                        part.getString("field"),
                        value instanceof JsonString text ? text.getString() : value.toString());
            }
        }
        return multipart;
    }

    Map<String, JsonValue> responseHeaders() {
        return response().getJsonObject("headers");
    }

    @Override
    public String toString() {
        return file + " as " + caller + " in " + scene;
    }
}
