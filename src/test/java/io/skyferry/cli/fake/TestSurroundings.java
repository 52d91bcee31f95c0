package io.skyferry.cli.fake;

import io.skyferry.cli.terminal.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Captured output, made-up environment, and a clock that moves only while the command pauses. */
public final class TestSurroundings {
    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Duration> pauses = new ArrayList<>();
    private InputStream in = InputStream.nullInputStream();
    private String typed;
    private Instant now = Instant.parse("2026-05-01T10:00:00Z");
    private Runnable duringPause = () -> {};

    public TestSurroundings variable(String name, String value) {
        variables.put(name, value);
        return this;
    }

    public TestSurroundings property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    public TestSurroundings input(String text) {
        in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Somebody at a terminal, who types this when asked. */
    public TestSurroundings typing(String password) {
        typed = password;
        return property("skyferry.tty.in", "true");
    }

    /** Runs each time the command pauses. */
    public TestSurroundings duringPause(Runnable action) {
        duringPause = action;
        return this;
    }

    public Surroundings get() {
        return new Surroundings(
                name -> Optional.ofNullable(variables.get(name)),
                name -> Optional.ofNullable(properties.get(name)),
                in,
                new PrintWriter(out),
                new PrintWriter(err, true),
                new MovingClock(),
                this::pause,
                question -> typed.toCharArray());
    }

    public String out() {
        return out.toString();
    }

    public String err() {
        return err.toString();
    }

    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    private void pause(Duration time) throws InterruptedException {
        pauses.add(time);
        pass(time);
        duringPause.run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private final class MovingClock extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
