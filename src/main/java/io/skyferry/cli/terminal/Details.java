package io.skyferry.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;

/** One thing, printed as aligned {@code name: value} lines; empty values are left out. Not thread-safe. */
public final class Details {
    private final Map<String, String> values = new LinkedHashMap<>();

    public Details add(String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
        return this;
    }

    public void print(Output output) {
        int width = values.keySet().stream().mapToInt(String::length).max().orElse(0) + 1;
        values.forEach((name, value) -> output.line(String.format("%-" + width + "s %s", name + ":", value)));
    }
}
