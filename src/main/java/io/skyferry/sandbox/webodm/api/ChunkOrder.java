package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.Refusal;
import io.skyferry.sandbox.webodm.world.TaskFolders;
import jakarta.json.JsonString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * One chunk of a file, as the web page sends large ones. The server appends chunks in the order in which they come,
 * whatever their offset says: a chunk sent twice is in the file twice.
 */
record ChunkOrder(String uuid, int index, int total) {

    /**
     * Empty unless all fields of a chunk are there.
     *
     * @throws Refusal 400 when one of the numbers is none
     */
    static Optional<ChunkOrder> find(Submission submission) {
        String uuid = text(submission, "dzuuid");
        String index = text(submission, "dzchunkindex");
        String total = text(submission, "dztotalchunkcount");
        String offset = text(submission, "dzchunkbyteoffset");
        if (uuid.isEmpty() || index.isEmpty() || total.isEmpty() || offset.isEmpty()) {
            return Optional.empty();
        }
        try {
            Long.parseLong(offset);
            return Optional.of(new ChunkOrder(
                    uuid.replaceAll("[^0-9a-zA-Z-]+", ""), Integer.parseInt(index), Integer.parseInt(total)));
        } catch (NumberFormatException e) {
            throw Refusal.texts("chunkIndex is not an int");
        }
    }

    /** Appends the chunk; gives the whole file after the last one. Chunks of one file are sent one after another. */
    Optional<IncomingFile> append(TaskFolders folders, IncomingFile chunk) throws IOException {
        Path file = folders.incoming().resolve(uuid + ".chunks");
        if (index == 0) {
            Files.deleteIfExists(file);
        }
        try (var out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            Files.copy(chunk.path(), out);
        }
        boolean last = index + 1 >= total;
        return last ? Optional.of(new IncomingFile(chunk.name(), file, Files.size(file))) : Optional.empty();
    }

    private static String text(Submission submission, String field) {
        return submission
                .find(field)
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .orElse("");
    }
}
