package io.skyferry.platform.rest;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/**
 * Reads the bodies of requests into records. JSON-B alone would take "yes" for false and 1.5 for 1, and could not say
 * which field was wrong. Fields that the record does not have are ignored.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@ConstrainedTo(RuntimeType.SERVER)
public class StrictRecords implements MessageBodyReader<Record> {
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return type.isRecord();
    }

    /**
     * @return null for an empty body and for JSON's null
     * @throws Failure TOO_LARGE beyond 1 MB; INVALID_REQUEST, which names the field
     */
    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Failure(ErrorCode.TOO_LARGE, "The body is longer than 1 MB.");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text.isBlank() ? null : read(type, text);
    }

    /**
     * @return null for JSON's null
     * @throws Failure INVALID_REQUEST, which names the field
     */
    public static <R extends Record> R read(Class<R> type, String text) {
        JsonValue value = parsed(text);
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return null;
        }
        if (value instanceof JsonObject object) {
            return type.cast(new StrictRecord("").read(type, object));
        }
        throw new Failure(ErrorCode.INVALID_REQUEST, "The body must be a JSON object.");
    }

    private static JsonValue parsed(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            parser.next();
            JsonValue value = parser.getValue();
            if (!parser.hasNext()) {
                return value;
            }
        } catch (RuntimeException e) {
            // Not only a JsonException: beyond some depth the parser throws a plain one.
            throw notJson(e);
        }
        throw notJson(null);
    }

    private static Failure notJson(RuntimeException cause) {
        return new Failure(ErrorCode.INVALID_REQUEST, "The body is not JSON.", cause);
    }
}
