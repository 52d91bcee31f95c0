package io.skyferry.transfer.upload;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Excerpt;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.RetryAfter;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** What WebODM answered to an upload, or to a look at the task. */
record WebOdmAnswer(int status, byte[] body, Duration retryAfter) {
    static final int LONGEST_BODY = 64 * 1024;

    static WebOdmAnswer of(HttpResponse<byte[]> response, Instant now) {
        Duration wait = response.headers()
                .firstValue("Retry-After")
                .flatMap(header -> RetryAfter.parse(header, now))
                .orElse(null);
        return new WebOdmAnswer(response.statusCode(), response.body(), wait);
    }

    boolean rejectsToken() {
        return status == 401 || status == 403;
    }

    /** @throws Failure unless WebODM stored exactly this name and size */
    void confirm(ImageToUpload image) {
        if (status != 200) {
            throw asFailure();
        }
        JsonValue stored = uploaded().get(image.name());
        if (!(stored instanceof JsonNumber size)
                || size.bigDecimalValue().compareTo(BigDecimal.valueOf(image.bytes())) != 0) {
            String got = stored == null
                    ? "something under another name"
                    : Excerpt.of(stored.toString().getBytes(StandardCharsets.UTF_8));
            throw new Failure(ErrorCode.UPLOAD_MISMATCH, "sent " + image.bytes() + " bytes, WebODM stored " + got);
        }
    }

    Failure asFailure() {
        return failure(
                switch (status) {
                    case 400, 413, 415 -> ErrorCode.WEBODM_REFUSED;
                    case 401, 403 -> ErrorCode.WEBODM_SIGN_IN;
                    case 404 -> ErrorCode.WEBODM_NOT_FOUND;
                    case 429, 503 -> ErrorCode.WEBODM_BUSY;
                    // A proxy's word for a service that is away.
                    case 502, 504 -> ErrorCode.WEBODM_UNREACHABLE;
                    default -> status >= 500 ? ErrorCode.WEBODM_ERROR : ErrorCode.WEBODM_UNEXPECTED_ANSWER;
                });
    }

    private JsonObject uploaded() {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(body))) {
            if (reader.readValue() instanceof JsonObject answer
                    && answer.get("uploaded") instanceof JsonObject uploaded) {
                return uploaded;
            }
        } catch (JsonException notJson) {
            // Said below, without the parser's view of it.
        }
        throw failure(ErrorCode.WEBODM_UNEXPECTED_ANSWER);
    }

    private Failure failure(ErrorCode code) {
        return new Failure(code, ("HTTP " + status + " " + Excerpt.of(body)).strip(), null, retryAfter);
    }
}
