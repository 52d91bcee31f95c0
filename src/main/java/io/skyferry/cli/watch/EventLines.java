package io.skyferry.cli.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The lines of a stream, read by a thread of their own, so that one can stop waiting for them. */
final class EventLines implements AutoCloseable {
    /** No line has these characters in it. */
    private static final String END = "\r\n";

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final InputStream stream;
    private boolean over;

    EventLines(InputStream stream) {
        this.stream = stream;
        Thread reader = new Thread(this::read, "events");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            // the same as its end: the stream is opened anew
        }
        lines.add(END);
    }

    /** @return empty when none came in time, or the stream has ended */
    Optional<String> next(Duration patience) throws InterruptedException {
        String line = over ? END : lines.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        over |= END.equals(line);
        return over ? Optional.empty() : Optional.ofNullable(line);
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            // it is given up anyway
        }
    }
}
