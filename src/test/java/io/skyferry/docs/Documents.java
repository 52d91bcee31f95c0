package io.skyferry.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own documents, read from the directory that the build runs in. */
final class Documents {
    private Documents() {}

    static String read(String file) throws IOException {
        return Files.readString(Path.of(file));
    }

    /** The lines between {@code <!-- name -->} and {@code <!-- /name -->}. */
    static List<String> block(String file, String name) throws IOException {
        String text = read(file);
        int begin = text.indexOf("<!-- " + name + " -->");
        int end = text.indexOf("<!-- /" + name + " -->");
        if (begin < 0 || end < begin) {
            throw new AssertionError(file + " has no block '" + name + "'");
        }
        return text.substring(begin, end)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** All Markdown files at the root and below {@code docs}. */
    static List<Path> list() throws IOException {
        try (Stream<Path> root = Files.list(Path.of(""));
                Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(root, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
