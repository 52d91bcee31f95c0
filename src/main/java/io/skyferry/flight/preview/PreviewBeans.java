package io.skyferry.flight.preview;

import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisContent;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the plain classes together for the container. Readers have threads of their own: flights wait for them. */
@ApplicationScoped
@ManagedExecutorDefinition(name = "java:app/concurrent/preview-flights", maxAsync = 4, virtual = true)
@ManagedExecutorDefinition(name = "java:app/concurrent/preview-readers", maxAsync = 8, virtual = true)
public class PreviewBeans {
    @Resource(lookup = "java:app/concurrent/preview-flights")
    private ManagedExecutorService flights;

    @Resource(lookup = "java:app/concurrent/preview-readers")
    private ManagedExecutorService readers;

    @Produces
    @Singleton
    Previews previews(PreviewStore store, Tapis tapis, TapisContent content) {
        return new Previews(store, new FlightReading(tapis, content, store, readers), flights);
    }

    @Produces
    @Singleton
    Thumbnails thumbnails(PreviewStore store, TapisContent content) {
        return new Thumbnails(store, content);
    }
}
