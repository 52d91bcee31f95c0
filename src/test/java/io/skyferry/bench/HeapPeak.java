package io.skyferry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Has another Java process collect its garbage every other second, and reads from its log how much was left. */
final class HeapPeak {
    private static final Pattern LEFT = Pattern.compile("->(\\d+)M\\(");

    private final Path log;
    private final long begin;
    private final Thread collecting;

    private HeapPeak(ProcessHandle java, Path log) throws IOException {
        this.log = log;
        this.begin = Files.size(log);
        this.collecting = new Thread(() -> collect(java.pid()), "collecting");
        collecting.start();
    }

    /** @param log what it writes with {@code -Xlog:gc} */
    static HeapPeak watch(ProcessHandle java, Path log) throws IOException {
        return new HeapPeak(java, log);
    }

    private static void collect(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            while (true) {
                new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
                Thread.sleep(2000);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the watch; the most that any full collection left, in MB. */
    long end() throws IOException, InterruptedException {
        collecting.interrupt();
        collecting.join();
        String text = Files.readString(log).substring((int) begin);
        return text.lines()
                .filter(line -> line.contains("Pause Full"))
                .map(LEFT::matcher)
                .filter(Matcher::find)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(-1);
    }
}
