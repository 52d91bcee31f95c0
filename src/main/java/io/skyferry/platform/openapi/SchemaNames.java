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
 * the document would number them. Operations that share one use the first one's; one with a name of its own keeps it.
 */
final class SchemaNames {
    private static final String PREFIX = "#/components/schemas/";
    /** Names that resources give to the records inside them. */
    private static final String NUMBERED = PREFIX + "(List|Stop)?(Answer|Request|Body|Page)\\d*";

    private final OpenAPI document;
    private final Map<String, String> given = new HashMap<>();

    SchemaNames(OpenAPI document) {
        this.document = document;
    }

    void giveNames(List<Place> places) {
        for (Place place : places) {
            answers(place).toList().forEach(schema -> rename(schema, place, "Answer"));
            requests(place).toList().forEach(schema -> rename(schema, place, "Request"));
        }
    }

    private void rename(Schema reference, Place place, String end) {
        String old = reference.getRef();
        if (!old.matches(NUMBERED)) {
            return;
        }
        String id = place.operation().getOperationId();
        String fresh = PREFIX + id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1) + end;
        reference.setRef(given.computeIfAbsent(old, name -> moved(name, fresh)));
    }

    private String moved(String old, String fresh) {
        Schema schema = document.getComponents().getSchemas().get(old.substring(PREFIX.length()));
        document.getComponents().removeSchema(old.substring(PREFIX.length()));
        document.getComponents().addSchema(fresh.substring(PREFIX.length()), schema);
        return fresh;
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
