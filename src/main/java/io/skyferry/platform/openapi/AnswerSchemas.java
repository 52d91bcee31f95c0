package io.skyferry.platform.openapi;

import io.skyferry.platform.openapi.CompleteDocument.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Says of answers what holds for all of them: every field is there, and one without a value is null. Flags and
 * lists always have a value, and so has what names a thing.
 */
final class AnswerSchemas {
    private static final String PREFIX = "#/components/schemas/";
    private static final Set<String> NEVER_NULL = Set.of("count", "name");

    private final Map<String, Schema> schemas;
    private final Set<String> done = new HashSet<>();

    AnswerSchemas(OpenAPI document) {
        this.schemas = document.getComponents().getSchemas();
    }

    void complete(List<Place> places) {
        places.forEach(place -> SchemaNames.answers(place).forEach(this::follow));
    }

    private void follow(Schema reference) {
        if (reference.getRef() != null && reference.getRef().startsWith(PREFIX)) {
            String name = reference.getRef().substring(PREFIX.length());
            if (schemas.containsKey(name) && done.add(name)) {
                complete(schemas.get(name));
            }
        } else {
            complete(reference);
        }
    }

    private void complete(Schema schema) {
        if (schema.getItems() != null) {
            follow(schema.getItems());
        }
        if (schema.getAdditionalPropertiesSchema() != null) {
            follow(schema.getAdditionalPropertiesSchema());
        }
        if (schema.getProperties() == null) {
            return;
        }
        schema.setRequired(new ArrayList<>(schema.getProperties().keySet()));
        for (Map.Entry<String, Schema> property :
                new ArrayList<>(schema.getProperties().entrySet())) {
            follow(property.getValue());
            if (!NEVER_NULL.contains(property.getKey())) {
                schema.addProperty(property.getKey(), nullable(property.getValue()));
            }
        }
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        List<SchemaType> types = schema.getType();
        boolean always = types == null
                || types.contains(SchemaType.NULL)
                || types.contains(SchemaType.BOOLEAN)
                || types.contains(SchemaType.ARRAY);
        if (!always) {
            List<SchemaType> withNull = new ArrayList<>(types);
            withNull.add(SchemaType.NULL);
            schema.setType(withNull);
            if (schema.getEnumeration() != null) {
                List<Object> values = new ArrayList<>(schema.getEnumeration());
                values.add(null);
                schema.setEnumeration(values);
            }
        }
        return schema;
    }
}
