package io.skyferry.platform.openapi;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.openapi.CompleteDocument.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to each operation how it fails: always in the same shape, with the codes of the catalogue. */
final class ErrorAnswers {
    private static final String PROBLEM = "Problem";
    private static final String JSON = "application/json";

    private ErrorAnswers() {}

    static void add(OpenAPI document, List<Place> places) {
        document.getComponents().addSchema(PROBLEM, problem());
        for (Place place : places) {
            APIResponses answers = place.operation().getResponses();
            meanings(place).forEach((status, meaning) -> {
                if (!CompleteDocument.orEmpty(answers.getAPIResponses()).containsKey(status)) {
                    answers.addAPIResponse(status, answer(meaning));
                }
            });
            if (place.isRead() && SchemaNames.answers(place).findAny().isPresent()) {
                addTag(answers);
            }
        }
    }

    private static Map<String, String> meanings(Place place) {
        Map<String, String> meanings = new TreeMap<>();
        meanings.put("default", "It failed; the code says why.");
        if (place.hasBody() || place.operation().getParameters() != null) {
            meanings.put("400", "Something in the request is wrong; the detail names it.");
        }
        if (place.operation().getSecurity() == null
                || !place.operation().getSecurity().isEmpty()) {
            meanings.put("401", "The caller proved nothing, or has no usable Tapis token.");
        }
        if (place.path().contains("{")) {
            meanings.put("404", "It is not there, or not the caller's.");
        }
        if (place.hasBody()) {
            meanings.put("413", "The body is too large.");
            meanings.put("415", "The body is not application/json.");
        }
        if (!place.isRead()) {
            meanings.put("409", "The present state does not allow it; the detail says what it does.");
        }
        return meanings;
    }

    private static void addTag(APIResponses answers) {
        APIResponse ok = answers.getAPIResponse("200");
        if (ok != null) {
            Header tag = OASFactory.createHeader()
                    .description("What this answer is; send it as If-None-Match.")
                    .schema(text());
            ok.addHeader("ETag", tag);
            answers.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("Nothing has changed since the given ETag."));
        }
    }

    private static APIResponse answer(String meaning) {
        Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM);
        Content content = OASFactory.createContent()
                .addMediaType(JSON, OASFactory.createMediaType().schema(reference));
        return OASFactory.createAPIResponse().description(meaning).content(content);
    }

    private static Schema problem() {
        Schema code = text().description("Stable; see the table of codes.");
        Arrays.stream(ErrorCode.values()).forEach(known -> code.addEnumeration(known.name()));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty("success", flag().addEnumeration(false))
                .addProperty("error", text().description("Short; always the same for a code."))
                .addProperty("detail", text().description("What was wrong this time."))
                .addProperty("code", code)
                .addProperty("hint", text().description("What to do."))
                .addProperty("retryable", flag().description("Whether the same may succeed later."))
                .addProperty("trace", text().description("Also in the server's log."))
                .required(List.of("success", "error", "detail", "code", "hint", "retryable", "trace"));
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }

    private static Schema flag() {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN);
    }
}
