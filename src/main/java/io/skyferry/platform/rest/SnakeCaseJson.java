package io.skyferry.platform.rest;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Type;

/** JSON of our REST answers: snake_case names, and every promised field there, null or not. */
@Provider
public class SnakeCaseJson implements ContextResolver<Jsonb> {
    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig()
            .withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES)
            .withNullValues(true));

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSON;
    }

    /** The body of an answer. */
    static String write(Object answer) {
        return JSON.toJson(answer);
    }

    static Object read(String json, Type type) {
        return JSON.fromJson(json, type);
    }
}
