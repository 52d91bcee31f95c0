package io.skyferry.transfer;

import io.skyferry.flight.Flight;
import io.skyferry.platform.database.DatabaseOutage;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.pace.StopSignal;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import io.skyferry.project.WebOdmPlace;
import io.skyferry.tapis.TapisPath;
import io.skyferry.tapis.TapisSession;
import io.skyferry.transfer.ImageLedger.ImageChange;
import io.skyferry.transfer.delivery.ImageDelivery;
import io.skyferry.transfer.delivery.ImageToDeliver;
import io.skyferry.transfer.delivery.Route;
import io.skyferry.transfer.download.ImageToDownload;
import io.skyferry.transfer.upload.UploadTarget;
import io.skyferry.transfer.watch.RunMeter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * One sync that runs in this server now. Shared by all threads of its job; what has to survive the process is in the
 * ledger, not here.
 */
public final class SyncRun {
    /** A run gives up its claim so long before the lease ends, for the time between the check and the write. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    /** So long an answered upload may wait to be written down with others: with few images, none waits. */
    private static final Duration WRITE_PAUSE = Duration.ofMillis(20);

    /** The exit status with which a step stops the job. */
    private static final String SIGN_IN_AGAIN = "SIGN_IN_AGAIN";

    private final long project;
    private final long fence;
    private final long execution;
    private final SyncOptions options;
    private final StopSignal stop = new StopSignal();
    private final AtomicReference<Cause> cause = new AtomicReference<>();
    private final RunMeter meter;
    private final SharedWrites<ImageChange> writes;
    private final long startedNanos = System.nanoTime();
    private volatile long claimedUntilNanos;
    private final AtomicReference<RunProgress> progress = new AtomicReference<>();
    private volatile Flight flight;
    private volatile TapisSession session;
    private volatile WebOdmPlace place;
    private volatile SyncOutcome outcome;
    private volatile boolean left;
    private volatile SyncWait waiting;

    /** Why the run ends before its time, and when that was by the running clock. */
    private record Cause(Failure failure, long atNanos) {
        boolean isSignIn() {
            return failure.code().endsWithSignIn();
        }
    }

    /** Writes what became of images under the run's claim. */
    @FunctionalInterface
    interface ImageWriting {
        void write(long project, long fence, List<ImageChange> changes);
    }

    SyncRun(long project, long fence, long execution, SyncOptions options, RunMeter meter, ImageWriting imageWriting) {
        this.writes = new SharedWrites<>(
                WRITE_PAUSE,
                changes -> imageWriting.write(project, fence, changes),
                failure -> failure instanceof Failure || DatabaseOutage.isCause(failure));
        this.meter = meter;
        this.project = project;
        this.fence = fence;
        this.execution = execution;
        this.options = options;
        renewed(System.nanoTime());
    }

    /** The claim lasts a whole lease from that moment, which was before the ledger was asked. */
    void renewed(long askedAtNanos) {
        claimedUntilNanos = askedAtNanos + Claims.LEASE.minus(MARGIN).toNanos();
    }

    /** By this server's own running clock: true again and again without a query, false after a freeze. */
    public boolean isStillOurs() {
        return claimedUntilNanos - System.nanoTime() > 0;
    }

    public void goesTo(Flight from, TapisSession as, WebOdmPlace to) {
        flight = from;
        session = as;
        place = to;
    }

    /** Where the images stood when they were planned; from here the run counts by itself. */
    public void planned(FlightProject row, ImageTally tally) {
        progress.set(new RunProgress(row, tally));
    }

    Optional<RunProgress> progress() {
        return Optional.ofNullable(progress.get());
    }

    /**
     * Ends the run for a reason that concerns all images. The first reason is kept, but a missing sign-in gives way to
     * any other. Without a sign-in nothing new is begun, while images that are under way come to their end: their
     * requests were accepted, and nothing has to be fetched twice.
     */
    public void fail(Failure failure) {
        Cause latest = new Cause(failure, System.nanoTime());
        cause.accumulateAndGet(
                latest, (first, next) -> first == null || first.isSignIn() && !next.isSignIn() ? next : first);
        if (!latest.isSignIn()) {
            stop.stop();
        }
    }

    /** The server stops: the run ends here, keeps its claim, and is continued after the next start. */
    void leave() {
        left = true;
        fail(new Failure(ErrorCode.STOPPED, "The server is stopping; the sync is continued after its next start."));
    }

    public boolean isLeft() {
        return left;
    }

    public Optional<Failure> cause() {
        return Optional.ofNullable(cause.get()).map(Cause::failure);
    }

    /** Whether nothing new is to be begun. */
    public boolean isEnding() {
        return cause.get() != null;
    }

    /** @throws Failure why the run ends, if it does */
    public void throwIfEnding() {
        cause().ifPresent(failure -> {
            throw failure;
        });
    }

    /** For how long the run has been without a token; empty when it isn't. */
    public Optional<Duration> signedOutFor() {
        return Optional.ofNullable(cause.get())
                .filter(Cause::isSignIn)
                .map(found -> Duration.ofNanos(System.nanoTime() - found.atNanos()));
    }

    /** How the run ends unless something fails from here on. */
    public void endsAs(SyncOutcome ending) {
        outcome = ending;
    }

    public Optional<SyncOutcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** Runs a part of the job; a failure of it is the run's failure. */
    public <T> T part(Supplier<T> work) {
        try {
            return work.get();
        } catch (Failure failure) {
            fail(failure);
            throw failure;
        } catch (RuntimeException e) {
            fail(
                    DatabaseOutage.isCause(e)
                            ? new Failure(ErrorCode.DATABASE_UNAVAILABLE, "The database is away.", e)
                            : new Failure(ErrorCode.INTERNAL_ERROR, "The sync met something unexpected.", e));
            throw e;
        }
    }

    /** As {@link #part}; a run that only lacks a sign-in is no failure of the job, which stops here. */
    public String step(Supplier<String> work) {
        try {
            return part(work);
        } catch (Failure failure) {
            if (signedOutFor().isPresent()) {
                return SIGN_IN_AGAIN;
            }
            throw failure;
        }
    }

    ImageToDeliver toDeliver(Image image) {
        String path = flight.imagesPath() + "/" + image.name();
        return new ImageToDeliver(
                new ImageToDownload(
                        "image-" + image.id(),
                        TapisPath.content(session.baseUrl(), flight.systemId(), path),
                        image.size(),
                        Optional.ofNullable(image.sha256())),
                image.deliveredName());
    }

    ImageDelivery.Run delivery(URI webOdm) {
        boolean processedBefore = !place.task().partial();
        UploadTarget target =
                new UploadTarget(webOdm, place.projectId(), place.task().id(), processedBefore);
        Route route = new Route(
                TapisPath.shortListing(session.baseUrl(), flight.systemId(), flight.imagesPath()),
                SyncTokens.of(session),
                target,
                SyncTokens.of(place.user()));
        return new ImageDelivery.Run(route, this::isStillOurs, meter, stop);
    }

    /**
     * Writes what became of an image, together with what became of others at the same time.
     *
     * @throws Failure CLAIM_LOST, and then nothing was changed
     */
    void writeDown(ImageChange change) {
        writes.write(change);
    }

    public long project() {
        return project;
    }

    public long fence() {
        return fence;
    }

    public long execution() {
        return execution;
    }

    public SyncOptions options() {
        return options;
    }

    public StopSignal stop() {
        return stop;
    }

    public WebOdmPlace place() {
        return place;
    }

    /** Bytes that came from Tapis in this run, failed attempts included. */
    public long bytesMoved() {
        return meter.bytesDownloaded();
    }

    public RunMeter meter() {
        return meter;
    }

    /** Where it reads from, once it knows. */
    Optional<URI> source() {
        return Optional.ofNullable(session).map(TapisSession::baseUrl);
    }

    /** A side that a step outside of the transfer waits for; null ends the wait. */
    void waitsFor(SyncWait wait) {
        waiting = wait;
    }

    Optional<SyncWait> waiting() {
        return Optional.ofNullable(waiting);
    }

    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
