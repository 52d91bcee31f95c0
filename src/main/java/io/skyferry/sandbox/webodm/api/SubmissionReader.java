package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.http.MultipartReader;
import io.skyferry.sandbox.http.Part;
import io.skyferry.sandbox.http.PercentCodec;
import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.TaskFolders;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads request bodies: JSON, either kind of form, or nothing. Thread-safe. */
final class SubmissionReader {
    private final Flavour flavour;
    private final TaskFolders folders;

    SubmissionReader(Flavour flavour, TaskFolders folders) {
        this.flavour = flavour;
        this.folders = folders;
    }

    /**
     * @throws Refusal 400 for broken JSON, 415 for a type that is not understood
     * @throws IOException when the body is cut and nobody is left to answer
     */
    Form read(Request request) throws IOException {
        if (isEmpty(request)) {
            return new Form(Submission.EMPTY, List.of());
        }
        String contentType = request.header("Content-Type").orElse("");
        String type = contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json" -> new Form(new Submission(object(request.text()), false), List.of());
            case "application/x-www-form-urlencoded" -> new Form(urlEncoded(request.text()), List.of());
            case "multipart/form-data" -> multipart(request);
            default -> throw Refusal.detail(415, "Unsupported media type \"" + contentType + "\" in request.");
        };
    }

    private boolean isEmpty(Request request) {
        boolean chunked = request.header("Transfer-Encoding").isPresent();
        return request.contentLength() == 0 || (request.contentLength() < 0 && !(chunked && flavour.buffersRequests()));
    }

    private static JsonObject object(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return object;
            }
            throw Refusal.field(
                    "non_field_errors", "Invalid data. Expected a dictionary, but got " + pythonType(value) + ".");
        } catch (JsonException e) {
            throw Refusal.detail(400, "JSON parse error - " + complaint(text));
        }
    }

    private static String pythonType(JsonValue value) {
        return switch (value.getValueType()) {
            case ARRAY -> "list";
            case OBJECT -> "dict";
            case STRING -> "str";
            case NUMBER -> "int";
            case TRUE, FALSE -> "bool";
            case NULL -> "NoneType";
        };
    }

    private static String complaint(String text) {
        return text.matches("(?s)\\{[^\"}].*")
                ? "Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
                : "Expecting value: line 1 column 1 (char 0)";
    }

    private static Submission urlEncoded(String text) {
        JsonObjectBuilder fields = Json.createObjectBuilder();
        PercentCodec.decodeForm(text).forEach((name, values) -> fields.add(name, values.get(values.size() - 1)));
        return new Submission(fields.build(), true);
    }

    private Form multipart(Request request) throws IOException {
        Intake intake = new Intake();
        try {
            MultipartReader parts = request.multipart();
            Optional<Part> part = parts.next();
            while (part.isPresent()) {
                intake.take(part.get());
                // Only the boundary after it tells that a part is whole.
                part = parts.next();
                intake.confirm();
            }
        } catch (IOException cut) {
            intake.dropUnconfirmed();
            if (flavour.buffersRequests()) {
                intake.form().close();
                throw cut;
            }
        }
        return intake.form();
    }

    /** The parts of one body. Bare gunicorn works with those that came in whole when the rest is cut off. */
    private final class Intake {
        private final JsonObjectBuilder fields = Json.createObjectBuilder();
        private final List<IncomingFile> files = new ArrayList<>();
        private String fieldName;
        private String fieldValue;
        private Path saving;
        private IncomingFile saved;

        void take(Part part) throws IOException {
            if (part.fileName().isEmpty()) {
                fieldValue = part.text();
                fieldName = part.name();
                return;
            }
            Optional<String> name = UploadName.of(part.fileName().get());
            if (name.isPresent()) {
                saving = folders.newIncoming();
                saved = new IncomingFile(name.get(), saving, part.saveTo(saving));
            }
        }

        void confirm() {
            if (fieldName != null) {
                fields.add(fieldName, fieldValue);
            }
            if (saved != null) {
                files.add(saved);
            }
            forget();
        }

        void dropUnconfirmed() throws IOException {
            if (saved != null) {
                Files.deleteIfExists(saving);
            }
            forget();
        }

        private void forget() {
            fieldName = null;
            saving = null;
            saved = null;
        }

        Form form() {
            return new Form(new Submission(fields.build(), true), files);
        }
    }
}
