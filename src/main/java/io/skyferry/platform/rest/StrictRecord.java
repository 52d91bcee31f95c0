package io.skyferry.platform.rest;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.annotation.JsonbProperty;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes a record of a JSON object, each field of exactly the type that it has. Each failure is INVALID_REQUEST and names
 * the field, as {@code flights[2].system_id}.
 *
 * @param path of the object in the body, with a dot at its end; empty for the body itself
 */
record StrictRecord(String path) {

    Record read(Class<?> type, JsonObject object) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int at = 0; at < components.length; at++) {
            String name = name(type, components[at]);
            JsonValue value = object.getOrDefault(name, JsonValue.NULL);
            values[at] = value(path + name, components[at].getGenericType(), value);
        }
        return made(type, components, values);
    }

    private static String name(Class<?> type, RecordComponent component) {
        try {
            JsonbProperty given = type.getDeclaredField(component.getName()).getAnnotation(JsonbProperty.class);
            if (given != null && !given.value().isEmpty()) {
                return given.value();
            }
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static Record made(Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(String field, Type type, JsonValue value) {
        if (value.getValueType() == JsonValue.ValueType.NULL) {
            return type == boolean.class ? Boolean.FALSE : primitive(field, type);
        }
        if (type == String.class) {
            return text(field, value);
        }
        if (type == Boolean.class || type == boolean.class) {
            return flag(field, value);
        }
        if (type == Long.class || type == long.class) {
            return number(field, value, Long.MIN_VALUE, Long.MAX_VALUE);
        }
        if (type == Integer.class || type == int.class) {
            return (int) number(field, value, Integer.MIN_VALUE, Integer.MAX_VALUE);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return list(field, list.getActualTypeArguments()[0], value);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return record(field, record, value);
        }
        return other(field, type, value);
    }

    private static Object primitive(String field, Type type) {
        if (type instanceof Class<?> plain && plain.isPrimitive()) {
            throw Fields.invalid(field, "is missing");
        }
        return null;
    }

    private static String text(String field, JsonValue value) {
        if (!(value instanceof JsonString string)) {
            throw Fields.invalid(field, "must be text");
        }
        return Query.checkedText(field, string.getString());
    }

    private static boolean flag(String field, JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw Fields.invalid(field, "must be true or false");
        };
    }

    private static long number(String field, JsonValue value, long least, long most) {
        try {
            if (value instanceof JsonNumber number) {
                long whole = number.longValueExact();
                if (whole >= least && whole <= most) {
                    return whole;
                }
            }
        } catch (ArithmeticException e) {
            // falls through to the one message
        }
        throw Fields.invalid(field, "must be a whole number that fits");
    }

    private static List<Object> list(String field, Type of, JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            throw Fields.invalid(field, "must be a list");
        }
        List<Object> all = new ArrayList<>();
        for (int at = 0; at < array.size(); at++) {
            all.add(value(field + "[" + at + "]", of, array.get(at)));
        }
        return all;
    }

    private static Record record(String field, Class<?> type, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            throw Fields.invalid(field, "must be an object");
        }
        return new StrictRecord(field + ".").read(type, object);
    }

    private static Object other(String field, Type type, JsonValue value) {
        try {
            Object read = type instanceof Class<?> json && JsonValue.class.isAssignableFrom(json)
                    ? value
                    : SnakeCaseJson.read(value.toString(), type);
            if (!(type instanceof Class<?> wanted) || wanted.isInstance(read)) {
                return read;
            }
        } catch (JsonbException | IllegalArgumentException e) {
            // falls through to the one message
        }
        throw Fields.invalid(field, "is not what this call takes");
    }
}
