package io.skyferry.transfer;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The threads that move images, and those that serve the sockets underneath. They are managed, but not taken from the
 * server's one pool: there the moves would fill the pool while they wait for the very callbacks that find no thread in
 * it. How many work at one time is bounded by the partitions and the hosts' limits. Virtual where Java has them.
 */
@ApplicationScoped
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/move-threads", virtual = true)
@ManagedThreadFactoryDefinition(name = "java:app/concurrent/wire-threads")
public class TransferThreads {
    @Resource(lookup = "java:app/concurrent/move-threads")
    private ManagedThreadFactory moveThreads;

    @Resource(lookup = "java:app/concurrent/wire-threads")
    private ManagedThreadFactory wireThreads;

    private ExecutorService moves;
    private ExecutorService wire;

    @PostConstruct
    void open() {
        moves = Executors.newCachedThreadPool(moveThreads);
        wire = Executors.newCachedThreadPool(wireThreads);
    }

    /** One task for each image under way. */
    public ExecutorService forMoves() {
        return moves;
    }

    Executor forWire() {
        return wire;
    }

    @PreDestroy
    void close() {
        moves.shutdownNow();
        wire.shutdownNow();
    }
}
