package io.skyferry.cli.watch;

import io.skyferry.cli.outcome.CommandFailure;
import io.skyferry.cli.outcome.ExitCode;
import io.skyferry.cli.progress.Progress;
import io.skyferry.cli.progress.Standing;
import io.skyferry.cli.server.ApiClient;
import io.skyferry.cli.terminal.Output;
import io.skyferry.cli.terminal.Surroundings;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits until everything has ended, showing progress on standard error. Not thread-safe. */
public final class Waiting {
    private static final Duration PATIENCE_WITH_SERVER = Duration.ofSeconds(60);

    private final ApiClient api;
    private final Surroundings surroundings;
    private final Output output;
    private Instant troubleSince;

    public Waiting(ApiClient api, Surroundings surroundings, Output output) {
        this.api = api;
        this.surroundings = surroundings;
        this.output = output;
    }

    /**
     * @param timeout absent: as long as it takes
     * @return the last standing of each subject, in order; some have not ended when the time was over
     * @throws CommandFailure when the server refuses, or fails for a minute
     */
    public List<Standing> untilEnd(List<? extends Subject> subjects, Optional<Duration> timeout) {
        Optional<Instant> deadline = timeout.map(surroundings.clock().instant()::plus);
        Progress progress = Progress.on(surroundings);
        Backoff backoff = new Backoff();
        List<Standing> standings = new ArrayList<>();
        while (true) {
            boolean complete = look(subjects, standings);
            boolean over = complete && standings.stream().allMatch(Standing::ended) || isPast(deadline);
            if (complete) {
                progress.show(standings, over);
            }
            if (over) {
                return standings;
            }
            pause(backoff.next(), deadline);
        }
    }

    /**
     * Asks until the answer is as wanted.
     *
     * @throws CommandFailure as {@link #untilEnd}, and TIMED_OUT when the time was over
     */
    public JsonObject until(Supplier<JsonObject> look, Predicate<JsonObject> over, Optional<Duration> timeout) {
        Optional<Instant> deadline = timeout.map(surroundings.clock().instant()::plus);
        Backoff backoff = new Backoff();
        while (true) {
            Optional<JsonObject> answer = borne(look);
            if (answer.filter(over).isPresent()) {
                return answer.get();
            }
            if (isPast(deadline)) {
                throw CommandFailure.timedOut("It has not ended in time.");
            }
            pause(backoff.next(), deadline);
        }
    }

    private Optional<JsonObject> borne(Supplier<JsonObject> look) {
        try {
            JsonObject answer = look.get();
            troubleSince = null;
            return Optional.of(answer);
        } catch (CommandFailure failure) {
            bear(failure);
            return Optional.empty();
        }
    }

    /** Renews the standings that have not ended; false when the server did not answer. */
    private boolean look(List<? extends Subject> subjects, List<Standing> standings) {
        try {
            for (int i = 0; i < subjects.size(); i++) {
                if (i == standings.size()) {
                    standings.add(subjects.get(i).look(api));
                } else if (!standings.get(i).ended()) {
                    standings.set(i, subjects.get(i).look(api));
                }
            }
            troubleSince = null;
            return true;
        } catch (CommandFailure failure) {
            bear(failure);
            return false;
        }
    }

    private void bear(CommandFailure failure) {
        if (failure.exitCode() != ExitCode.REMOTE_FAILED) {
            throw failure;
        }
        Instant now = surroundings.clock().instant();
        if (troubleSince == null) {
            troubleSince = now;
            output.note("No answer that helps; asking on for a minute: "
                    + failure.document().getString("detail", ""));
        } else if (!now.isBefore(troubleSince.plus(PATIENCE_WITH_SERVER))) {
            throw failure;
        }
    }

    private boolean isPast(Optional<Instant> deadline) {
        return deadline.filter(end -> !surroundings.clock().instant().isBefore(end))
                .isPresent();
    }

    private void pause(Duration wanted, Optional<Instant> deadline) {
        Duration time = deadline.map(
                        end -> Duration.between(surroundings.clock().instant(), end))
                .filter(left -> left.compareTo(wanted) < 0)
                .orElse(wanted);
        try {
            surroundings.pause().pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.interrupted();
        }
    }
}
