package io.skyferry.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another program that does the same work. */
final class Tool {
    /** @param cpuSeconds user and system time of it and its children */
    record Run(double seconds, double cpuSeconds) {}

    private Tool() {}

    static Run run(Path directory, String command) throws IOException, InterruptedException {
        Path times = Files.createTempFile("bench", ".times");
        Process process = new ProcessBuilder(List.of(
                        "bash",
                        "-c",
                        "TIMEFORMAT='%R %U %S'; { time { " + command + " ; } >/dev/null 2>tool.log ; } 2>" + times))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"))
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("did not end: " + command);
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(command + " ended with " + process.exitValue() + ": "
                    + Files.readString(directory.resolve("tool.log")));
        }
        String[] words = Files.readString(times).strip().split("\\s+");
        return new Run(Double.parseDouble(words[0]), Double.parseDouble(words[1]) + Double.parseDouble(words[2]));
    }

    static boolean isThere(String program) throws IOException, InterruptedException {
        return new ProcessBuilder("bash", "-c", "command -v " + program)
                        .redirectOutput(new File("/dev/null"))
                        .start()
                        .waitFor()
                == 0;
    }
}
