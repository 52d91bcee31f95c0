package io.skyferry.sandbox.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One part of a form. The file name is as the client sent it, with any directories in it: whoever stores the part
 * must check it.
 */
public record Part(String name, Optional<String> fileName, Optional<String> contentType, InputStream content) {

    static Part of(String headers, InputStream content) throws IOException {
        HeaderParameters disposition = HeaderParameters.line(headers, "Content-Disposition")
                .orElseThrow(() -> new IOException("a part without Content-Disposition"));
        return new Part(
                disposition.find("name").orElse(""),
                disposition.findExtended("filename").or(() -> disposition.find("filename")),
                HeaderParameters.line(headers, "Content-Type").map(HeaderParameters::value),
                content);
    }

    /**
     * Streams the content into a new file and returns its size. When the body is cut, the unfinished file is removed
     * and the {@link EOFException} is thrown on.
     */
    public long saveTo(Path file) throws IOException {
        try {
            return Files.copy(content, file);
        } catch (IOException cut) {
            Files.deleteIfExists(file);
            throw cut;
        }
    }

    /** The content of a small field. */
    public String text() throws IOException {
        return new String(content.readNBytes(1 << 20), StandardCharsets.UTF_8);
    }
}
