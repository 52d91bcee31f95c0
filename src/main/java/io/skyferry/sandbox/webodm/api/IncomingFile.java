package io.skyferry.sandbox.webodm.api;

import java.nio.file.Path;

/** A file that came in completely; {@code name} is already what the server makes of the client's name. */
record IncomingFile(String name, Path path, long bytes) {}
