package io.skyferry.sandbox.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The fault rules of a server, asked in the order they were added; the first that fits and is not used up wins. */
public final class Faults {
    private final List<Counted> rules = new ArrayList<>();
    private CountDownLatch release = new CountDownLatch(1);

    public synchronized void add(Fault fault) {
        rules.add(new Counted(fault));
    }

    /** Removes all rules and lets go of all silent and held connections. */
    public synchronized void clear() {
        rules.clear();
        release.countDown();
        release = new CountDownLatch(1);
    }

    synchronized Optional<Taken> take(String method, String target) {
        for (Counted rule : rules) {
            if (rule.fault.fits(method, target) && rule.isDue()) {
                return Optional.of(new Taken(rule.fault.effect(), release));
            }
        }
        return Optional.empty();
    }

    /**
     * What a request met. The release is the one of its moment: a request that is only about to wait when the faults are
     * cleared must not wait for the next time.
     */
    record Taken(FaultEffect effect, CountDownLatch release) {
        void awaitRelease() throws InterruptedException {
            release.await();
        }
    }

    private static final class Counted {
        private final Fault fault;
        private int seen;

        Counted(Fault fault) {
            this.fault = fault;
        }

        boolean isDue() {
            int index = seen++ - fault.after();
            return index >= 0 && index < fault.times();
        }
    }
}
