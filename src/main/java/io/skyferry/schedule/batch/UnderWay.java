package io.skyferry.schedule.batch;

import io.skyferry.platform.pace.StopSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What a job has started and not seen the end of. Not thread-safe.
 *
 * @param <T> one piece of work
 */
final class UnderWay<T> {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    private final List<T> started = new ArrayList<>();
    private final StopSignal stop;
    private final Predicate<T> isEnded;
    private final Consumer<T> ended;

    /** @param ended is told of each that has ended, once */
    UnderWay(StopSignal stop, Predicate<T> isEnded, Consumer<T> ended) {
        this.stop = stop;
        this.isEnded = isEnded;
        this.ended = ended;
    }

    void add(T work) {
        started.add(work);
    }

    /** @throws io.skyferry.platform.failure.Failure STOPPED; what was started goes on */
    void awaitAtMost(int most) {
        look();
        while (started.size() > most) {
            stop.sleep(LOOK_AGAIN);
            look();
        }
    }

    private void look() {
        List<T> over = started.stream().filter(isEnded).toList();
        started.removeAll(over);
        over.forEach(ended);
    }
}
