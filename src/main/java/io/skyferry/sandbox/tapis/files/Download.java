package io.skyferry.sandbox.tapis.files;

import io.skyferry.sandbox.http.Answer;
import io.skyferry.sandbox.http.Body;
import io.skyferry.sandbox.tapis.wire.JavaEnvelope;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The content of a file, whole or in part, or a directory as an archive. */
record Download(Host host, HostPath path, ContentHeaders headers) {
    /** The server sets Content-Length only when a whole body fits into its buffer. */
    private static final int BUFFER = 8 << 10;

    private static final int PAGE = 1 << 10;
    private static final String BYTES = "application/octet-stream";
    private static final String DISPOSITION = "content-disposition";

    Answer answer(boolean zip, boolean head) throws IOException {
        if (zip && path.isRoot() && host.system().rootDir().equals("/")) {
            throw refused("FILES_CONT_NOZIP Refusing to zip a whole host");
        }
        Path file = host.find(path)
                .orElseThrow(() -> JavaEnvelope.error(404, "FILES_CONT_NO_FILEINFO No file info found." + where()));
        if (zip) {
            return zipped(file);
        }
        if (Files.isDirectory(file)) {
            throw refused("FILES_CONT_DIR_NOZIP Path is a directory, zip is needed");
        }
        if (headers.range() != null || headers.page() != null) {
            return part(file);
        }
        long size = Files.size(file);
        return Answer.stream(200, BYTES, Body.of(size, size <= BUFFER && !head, out -> Files.copy(file, out)))
                .header(DISPOSITION, attachment(path.name()))
                .header("cache-control", "max-age=3600");
    }

    private Answer zipped(Path file) {
        String name = path.isRoot() ? HostPath.of(host.system().rootDir()).name() : path.name();
        ZipStream zip = new ZipStream(file, path.endsWithSlash() ? "" : name);
        return Answer.stream(200, BYTES, Body.of(-1, false, zip::writeTo))
                .header(DISPOSITION, attachment(name + ".zip"));
    }

    /** The host runs a command with the path unquoted and keeps the whole result in memory. */
    private Answer part(Path file) throws IOException {
        if (path.text().contains(" ")) {
            throw JavaEnvelope.error(500, "FILES_OPSC_ERR_GETCONTENTS dd: command failed." + where());
        }
        // A page's end was meant; the command takes it for a count.
        long skip = headers.range() != null ? headers.range()[0] : (headers.page() - 1) * PAGE;
        long count = headers.range() != null ? headers.range()[1] : headers.page() * PAGE;
        try (InputStream in = Files.newInputStream(file)) {
            in.skip(skip);
            byte[] bytes = in.readNBytes((int) Math.min(count, Integer.MAX_VALUE - BUFFER));
            Answer answer = Answer.stream(
                    200, "text/plain", Body.of(bytes.length, bytes.length <= BUFFER, out -> out.write(bytes)));
            return answer.header(DISPOSITION, headers.range() != null ? attachment(path.name()) : "inline");
        }
    }

    /** UTF-8 bytes as they are; control characters can't be in a header at all. */
    private static String attachment(String name) {
        String bytes = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return "attachment; filename=\"" + bytes.replaceAll("[\\x00-\\x1f\\x7f]", "?") + "\"";
    }

    private RuntimeException refused(String message) {
        return JavaEnvelope.error(400, message + "." + where());
    }

    private String where() {
        return " System: " + host.system().id() + " Path: " + path.text();
    }
}
