package io.skyferry.flight.preview;

import io.skyferry.flight.Flight;
import io.skyferry.flight.ImageListing;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisContent;
import io.skyferry.tapis.TapisFile;
import io.skyferry.tapis.TapisSession;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;

/**
 * Reads the beginnings of one flight's images. A few at a time; the host's limit decides how many really are. What
 * fails for one image is that image's; what would fail for all ends the reading. Thread-safe.
 */
final class FlightReading {
    static final int SAMPLE = 200;

    private static final int AT_A_TIME = 4;
    private static final Set<ErrorCode> OF_ONE_IMAGE =
            EnumSet.of(ErrorCode.TAPIS_NOT_FOUND, ErrorCode.TAPIS_FORBIDDEN, ErrorCode.TAPIS_UNEXPECTED_ANSWER);

    private final Tapis tapis;
    private final TapisContent content;
    private final PreviewStore previews;
    private final Executor threads;

    FlightReading(Tapis tapis, TapisContent content, PreviewStore previews, Executor threads) {
        this.tapis = tapis;
        this.content = content;
        this.previews = previews;
        this.threads = threads;
    }

    /** Reads to the end and keeps how it ended; throws only what the database throws. */
    void run(Flight flight, boolean all, TapisSession session) {
        try {
            read(flight, all, session);
            previews.end(flight.id(), Optional.empty());
        } catch (Failure failure) {
            previews.end(flight.id(), Optional.of(failure));
        }
    }

    private void read(Flight flight, boolean all, TapisSession session) {
        List<TapisFile> listing = ImageListing.read(
                        tapis, session, flight.systemId(), flight.imagesPath(), new RequestCount())
                .images();
        List<TapisFile> wanted = all ? listing : Sample.of(listing, SAMPLE);
        Set<String> known = previews.listKnown(flight.id(), listing);
        List<TapisFile> unread =
                wanted.stream().filter(file -> !known.contains(file.name())).toList();
        previews.planned(flight.id(), listing.size(), wanted.size(), wanted.size() - unread.size());
        readAll(flight, unread, session);
    }

    private void readAll(Flight flight, List<TapisFile> files, TapisSession session) {
        Queue<TapisFile> left = new ConcurrentLinkedQueue<>(files);
        StopSignal stop = new StopSignal();
        CompletableFuture<?>[] readers = IntStream.range(0, Math.min(AT_A_TIME, files.size()))
                .mapToObj(i -> CompletableFuture.runAsync(() -> readSome(flight, left, session, stop), threads))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(readers).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure
                    ? failure
                    : new Failure(ErrorCode.INTERNAL_ERROR, "The images could not be read.", e.getCause());
        }
    }

    private void readSome(Flight flight, Queue<TapisFile> left, TapisSession session, StopSignal stop) {
        try {
            for (TapisFile next = left.poll(); next != null; next = left.poll()) {
                previews.keep(flight.id(), next, facts(flight, next, session, stop));
            }
        } catch (RuntimeException e) {
            left.clear();
            stop.stop();
            throw e;
        }
    }

    private ImageFacts facts(Flight flight, TapisFile file, TapisSession session, StopSignal stop) {
        if (file.name().indexOf('\\') >= 0 || file.name().indexOf('/') >= 0) {
            return ImageFacts.odd("Its name can't be used.");
        }
        try {
            TapisContent.Wish wish = new TapisContent.Wish(HeadReader.MOST_BYTES, HeadReader::isEnough);
            return HeadReader.read(content.readBeginning(
                    session, flight.systemId(), flight.imagesPath() + "/" + file.name(), wish, false, stop));
        } catch (Failure failure) {
            if (OF_ONE_IMAGE.contains(failure.code())) {
                return ImageFacts.odd(failure.code().title() + ".");
            }
            throw failure;
        }
    }
}
