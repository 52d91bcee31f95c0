package io.skyferry.cli;

import io.skyferry.cli.terminal.Surroundings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** The surroundings of a real run. */
final class ThisProcess {
    private ThisProcess() {}

    static Surroundings surroundings() {
        return new Surroundings(
                name -> Optional.ofNullable(System.getenv(name)),
                name -> Optional.ofNullable(System.getProperty(name)),
                System.in,
                utf8(FileDescriptor.out, true),
                utf8(FileDescriptor.err, true),
                Clock.systemUTC(),
                time -> Thread.sleep(Math.max(0, time.toMillis())),
                ThisProcess::ask);
    }

    /** JSON is UTF-8 whatever the locale says, and a name that became question marks is of no use. */
    private static PrintWriter utf8(FileDescriptor descriptor, boolean autoFlush) {
        return new PrintWriter(new FileOutputStream(descriptor), autoFlush, StandardCharsets.UTF_8);
    }

    private static char[] ask(String question) {
        return System.console() == null ? null : System.console().readPassword("%s", question);
    }
}
