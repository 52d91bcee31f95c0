package io.skyferry.sandbox.webodm.world;

import java.nio.file.Path;

/** A file in a task's folder. */
public record StoredFile(String name, long bytes, Path path) {}
