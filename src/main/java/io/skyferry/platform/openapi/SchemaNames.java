package io.skyferry.platform.openapi;

import io.skyferry.platform.openapi.CompleteDocument.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Gives the schema of an operation's body the operation's name: the records inside resources are all called Answer, and
 * the document would number them. A schema that several operations share keeps its own name.
 */
final class SchemaNames {
    private static final String PREFIX = "#/components/schemas/";

    private final OpenAPI document;

    SchemaNames(OpenAPI document) {
        this.document = document;
    }

    void giveNames(List<Place> places) {
        Map<String, Integer> uses = new HashMap<>();
        places.stream()
                .flatMap(place -> Stream.concat(answers(place), requests(place)))
                .forEach(schema -> uses.merge(schema.getRef(), 1, Integer::sum));
        for (Place place : places) {
            answers(place).forEach(schema -> rename(schema, place, "Answer", uses));
            requests(place).forEach(schema -> rename(schema, place, "Request", uses));
        }
    }

    private void rename(Schema reference, Place place, String end, Map<String, Integer> uses) {
        String old = reference.getRef();
        if (uses.getOrDefault(old, 0) != 1) {
            return;
        }
        String id = place.operation().getOperationId();
        String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + end;
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Schema schema = schemas.get(old.substring(PREFIX.length()));
        if (schema != null && !schemas.containsKey(name)) {
            document.getComponents().removeSchema(old.substring(PREFIX.length()));
            document.getComponents().addSchema(name, schema);
            reference.setRef(PREFIX + name);
        }
    }

    /** References to the schemas of successful answers. */
    static Stream<Schema> answers(Place place) {
        return place.operation().getResponses() == null
                ? Stream.empty()
                : CompleteDocument.orEmpty(place.operation().getResponses().getAPIResponses()).entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("2"))
                        .flatMap(entry -> references(entry.getValue().getContent()));
    }

    private static Stream<Schema> requests(Place place) {
        return place.hasBody() ? references(place.operation().getRequestBody().getContent()) : Stream.empty();
    }

    private static Stream<Schema> references(Content content) {
        return content == null
                ? Stream.empty()
                : content.getMediaTypes().values().stream()
                        .map(type -> type.getSchema())
                        .filter(schema -> schema != null
                                && schema.getRef() != null
                                && schema.getRef().startsWith(PREFIX));
    }
}
