package io.skyferry.sandbox.webodm.api;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A body that was read: its fields, and its files waiting to be moved. Closing deletes what was not moved. */
record Form(Submission submission, List<IncomingFile> files) implements AutoCloseable {
    @Override
    public void close() throws IOException {
        for (IncomingFile file : files) {
            Files.deleteIfExists(file.path());
        }
    }
}
