package io.skyferry.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads typed values by name; blank counts as not set. Every problem is an {@link InvalidSetting}. */
final class SettingSource {
    private final Function<String, Optional<String>> values;

    SettingSource(Function<String, Optional<String>> values) {
        this.values = values;
    }

    Optional<String> text(String name) {
        return values.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    String requiredText(String name, String example) {
        return text(name).orElseThrow(() -> new InvalidSetting(name, "is not set; for example " + example));
    }

    /** An absolute http or https address without query, fragment, user or trailing slash. */
    URI baseUrl(String name, String value) {
        URI uri = parse(name, value.replaceAll("/+$", ""));
        boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new InvalidSetting(name, "must be an http or https address, but is '" + shown(value) + "'");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw new InvalidSetting(name, "must not have a query, a fragment or a user part");
        }
        return uri;
    }

    /** The same, of a server that we call; no link-local address. */
    URI remoteUrl(String name, String value) {
        URI uri = baseUrl(name, value);
        if (LinkLocal.isWritten(uri.getHost())) {
            throw new InvalidSetting(name, "must not be a link-local address, but is '" + shown(value) + "'");
        }
        return uri;
    }

    private static URI parse(String name, String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new InvalidSetting(name, "must be an http or https address, but is '" + shown(value) + "'");
        }
    }

    int number(String name, int preset, int min, int max) {
        String value = text(name).orElse(Integer.toString(preset));
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one message
        }
        throw new InvalidSetting(
                name, "must be a whole number from " + min + " to " + max + ", but is '" + shown(value) + "'");
    }

    /** One or several of these, separated by commas, in their order. */
    <E extends Enum<E>> Optional<List<E>> choices(String name, Class<E> type) {
        return text(name)
                .map(value -> Arrays.stream(value.split(","))
                        .map(word -> choice(name, word, type))
                        .distinct()
                        .toList());
    }

    static <E extends Enum<E>> E choice(String name, String value, Class<E> type) {
        String wanted = value.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() ->
                        new InvalidSetting(name, "must be one of " + words(type) + ", but is '" + shown(value) + "'"));
    }

    boolean flag(String name) {
        String value = text(name).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new InvalidSetting(name, "must be true or false, but is '" + shown(value) + "'");
        }
        return value.equals("true");
    }

    Path path(String name, String value) {
        try {
            return Path.of(value).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new InvalidSetting(name, "must be a file path");
        }
    }

    /** Comma-separated words. */
    Set<String> words(String name) {
        return text(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    /** One short line without what may be a password, whatever was in the variable. */
    static String shown(String value) {
        String line = value.replaceAll("\\p{Cntrl}", " ").replaceAll("//[^/]*@", "//***@");
        return line.length() > 80 ? line.substring(0, 80) + "..." : line;
    }
}
