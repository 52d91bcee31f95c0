package io.skyferry.tapis.oauth;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Locale;

/** An answer as it came. Its text may hold anything, so it is read, but never passed on. */
record Answer(int status, String body) {

    boolean success() {
        return status == 200 || status == 201;
    }

    /** Tapis says no in several statuses; its own libraries use 400 for everything. */
    boolean refused() {
        return status == 400 || status == 401 || status == 403;
    }

    /** The device flow's own way to say that the person has not agreed yet. */
    boolean notReady() {
        return refused() && body.contains("not ready");
    }

    boolean namesClientCredentials() {
        return body.toLowerCase(Locale.ROOT).contains("client credentials");
    }

    /** @throws Failure TAPIS_UNEXPECTED_ANSWER when this is no envelope with a result object */
    JsonObject result() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject().getJsonObject("result");
        } catch (JsonException | ClassCastException e) {
            // the cause would quote the body
            throw new Failure(ErrorCode.TAPIS_UNEXPECTED_ANSWER, "The answer is not the JSON that was expected.");
        }
    }

    Failure failure(String what) {
        String detail = "The " + what + " answered with status " + status + ".";
        if (status == 429 || status == 503) {
            return new Failure(ErrorCode.TAPIS_BUSY, detail);
        }
        return new Failure(status >= 500 ? ErrorCode.TAPIS_ERROR : ErrorCode.TAPIS_UNEXPECTED_ANSWER, detail);
    }

    @Override
    public String toString() {
        return "Answer[" + status + "]";
    }
}
