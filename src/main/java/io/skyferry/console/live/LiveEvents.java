package io.skyferry.console.live;

import io.skyferry.access.browser.BrowserSessions;
import io.skyferry.platform.change.Change;
import io.skyferry.platform.change.Changes;
import io.skyferry.platform.change.FeedBounds;
import io.skyferry.platform.identity.Owner;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The streams of this server, with its one poller. A slow client holds a thread, so these are none of the server's pool. */
@ApplicationScoped
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/stream-threads", virtual = true)
public class LiveEvents {
    private static final Logger LOG = Logger.getLogger(LiveEvents.class.getName());
    private static final long POLL_MILLIS = 500;
    private static final long CHECK_MILLIS = 3000;
    private static final long BEAT_MILLIS = 15_000;

    private final List<Future<?>> timers = new ArrayList<>();

    @Resource(lookup = "java:app/concurrent/stream-threads")
    private ManagedThreadFactory streamThreads;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Inject
    private Changes changes;

    @Inject
    private BrowserSessions sessions;

    @Inject
    private Clock clock;

    private ExecutorService threads;
    private EventHub hub;

    @PostConstruct
    void start() {
        threads = Executors.newCachedThreadPool(streamThreads);
        hub = new EventHub(feed(), sessions::isOpen, clock, threads);
        every(POLL_MILLIS, hub::poll);
        every(CHECK_MILLIS, hub::checkPasses);
        every(BEAT_MILLIS, hub::beat);
    }

    private EventHub.Feed feed() {
        return new EventHub.Feed() {
            @Override
            public List<Change> listAfter(long id, int limit) {
                return changes.listAfter(id, limit);
            }

            @Override
            public FeedBounds bounds() {
                return changes.bounds();
            }
        };
    }

    private void every(long millis, Runnable work) {
        timers.add(scheduler.scheduleWithFixedDelay(() -> quietly(work), millis, millis, TimeUnit.MILLISECONDS));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // An exception would end the timer; the database may be back the next time.
            LOG.log(Level.WARNING, "Event streams had to wait", e);
        }
    }

    /**
     * @param after the last event that the client has; empty = it begins now
     * @throws io.skyferry.platform.failure.Failure TOO_MANY_ATTEMPTS when he has too many streams open already
     */
    void open(Owner owner, Audience audience, StreamPass pass, OptionalLong after, EventClient client) {
        hub.open(owner, audience, pass, after, client);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        timers.forEach(timer -> timer.cancel(false));
        hub.close();
        threads.shutdown();
        threads.awaitTermination(2, TimeUnit.SECONDS);
        threads.shutdownNow();
    }
}
