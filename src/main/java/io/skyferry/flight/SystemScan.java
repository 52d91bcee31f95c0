package io.skyferry.flight;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.tapis.RequestCount;
import io.skyferry.tapis.Tapis;
import io.skyferry.tapis.TapisFile;
import io.skyferry.tapis.TapisSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** One scan of some systems for one user. Used once. */
final class SystemScan {
    private final Tapis tapis;
    private final TapisSession session;
    private final Executor threads;
    private final RequestCount count;
    private final Consumer<ScannedSystem> whole;
    private final ConcurrentMap<String, Queue<FoundFlight>> flights = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<ScanProblem> problems = new ConcurrentLinkedQueue<>();
    private final Set<String> scanned = ConcurrentHashMap.newKeySet();
    private final ReentrantLock telling = new ReentrantLock();
    private ScanFollower follower = ScanFollower.NOBODY;
    private ScanProgress progress = new ScanProgress(0, 0, 0, 0, 0);

    SystemScan(Tapis tapis, TapisSession session, Executor threads, RequestCount count) {
        this(tapis, session, threads, count, system -> {});
    }

    /** @param whole is given each system whose root could be listed, as soon as it was, while others are still scanned */
    SystemScan(Tapis tapis, TapisSession session, Executor threads, RequestCount count, Consumer<ScannedSystem> whole) {
        this.tapis = tapis;
        this.session = session;
        this.threads = threads;
        this.count = count;
        this.whole = whole;
    }

    SystemScan followedBy(ScanFollower who) {
        follower = who;
        return this;
    }

    /** @throws Failure when the user's token is refused: then nothing else can succeed either */
    ScanResult scan(List<String> systemIds, List<ScanProblem> earlier) {
        problems.addAll(earlier);
        tell(now -> new ScanProgress(systemIds.size(), 0, 0, 0, earlier.size()));
        join(systemIds.stream().map(this::scanSystem).toList());
        return result();
    }

    private void tell(UnaryOperator<ScanProgress> change) {
        telling.lock();
        try {
            progress = change.apply(progress);
            follower.movedOn(progress);
        } finally {
            telling.unlock();
        }
    }

    private ScanResult result() {
        return new ScanResult(
                scanned.size(),
                flights.values().stream()
                        .flatMap(Collection::stream)
                        .sorted(Comparator.comparing(FoundFlight::systemId).thenComparing(FoundFlight::flightName))
                        .toList(),
                problems.stream()
                        .sorted(Comparator.comparing(ScanProblem::systemId)
                                .thenComparing(problem -> Optional.ofNullable(problem.flightName())
                                        .orElse("")))
                        .toList(),
                count.sent());
    }

    /** Looks only at the named directories; one that is no flight is a problem of the result. */
    ScanResult lookAt(List<FlightName> names) {
        join(names.stream().map(name -> run(() -> lookAt(name))).toList());
        return result();
    }

    private Void lookAt(FlightName name) {
        if (!scanDirectory(name.systemId(), name.flightName())) {
            problems.add(ScanProblem.ofFlight(name.systemId(), name.flightName(), noFlight(name)));
        }
        return null;
    }

    private static Failure noFlight(FlightName name) {
        return new Failure(
                ErrorCode.NO_FLIGHTS, "There is no JPEG file in " + FlightRule.imagesPath(name.flightName()) + ".");
    }

    private CompletableFuture<Void> scanSystem(String systemId) {
        return run(() -> listRoot(systemId))
                .thenCompose(directories -> CompletableFuture.allOf(directories.stream()
                        .map(directory -> run(() -> scanDirectory(systemId, directory)))
                        .toArray(CompletableFuture[]::new)))
                .thenRunAsync(() -> done(systemId), threads);
    }

    private void done(String systemId) {
        if (scanned.contains(systemId)) {
            Set<String> unreadable = problems.stream()
                    .filter(problem -> problem.systemId().equals(systemId) && problem.flightName() != null)
                    .map(ScanProblem::flightName)
                    .collect(Collectors.toSet());
            whole.accept(new ScannedSystem(systemId, List.copyOf(flightsOf(systemId)), unreadable));
        }
        tell(now ->
                new ScanProgress(now.systems(), now.systemsDone() + 1, now.flights(), now.images(), problems.size()));
    }

    private Queue<FoundFlight> flightsOf(String systemId) {
        return flights.computeIfAbsent(systemId, id -> new ConcurrentLinkedQueue<>());
    }

    private List<String> listRoot(String systemId) {
        try {
            List<String> directories = tapis.listDirectory(session, systemId, "", null, count).stream()
                    .filter(TapisFile::isDirectory)
                    .map(TapisFile::name)
                    .filter(FlightRule::isDirectoryName)
                    .distinct()
                    .toList();
            scanned.add(systemId);
            return directories;
        } catch (Failure failure) {
            problems.add(ScanProblem.ofSystem(systemId, reportable(failure)));
            return List.of();
        }
    }

    /** @return whether it is a flight or a problem that was reported */
    private boolean scanDirectory(String systemId, String name) {
        String imagesPath = FlightRule.imagesPath(name);
        try {
            ImageListing listing = ImageListing.read(tapis, session, systemId, imagesPath, count);
            if (listing.images().isEmpty()) {
                return false;
            }
            flightsOf(systemId).add(found(systemId, name, imagesPath, listing));
            int images = listing.images().size();
            tell(now -> new ScanProgress(
                    now.systems(), now.systemsDone(), now.flights() + 1, now.images() + images, problems.size()));
            return true;
        } catch (Failure failure) {
            if (failure.code() == ErrorCode.TAPIS_NOT_FOUND) {
                return false;
            }
            problems.add(ScanProblem.ofFlight(systemId, name, reportable(failure)));
            return true;
        }
    }

    private static FoundFlight found(String systemId, String name, String imagesPath, ImageListing listing) {
        return new FoundFlight(
                name,
                systemId,
                imagesPath,
                listing.images().size(),
                listing.totalBytes(),
                listing.fingerprint(),
                Instant.now());
    }

    private static Failure reportable(Failure failure) {
        if (failure.code() == ErrorCode.TOKEN_EXPIRED || failure.code() == ErrorCode.NO_TAPIS_TOKEN) {
            throw failure;
        }
        return failure;
    }

    private <T> CompletableFuture<T> run(Supplier<T> work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    follower.throwIfStopped();
                    return work.get();
                },
                threads);
    }

    private static void join(List<CompletableFuture<Void>> scans) {
        List<Failure> failures = new ArrayList<>();
        for (CompletableFuture<Void> scan : scans) {
            try {
                scan.join();
            } catch (CompletionException e) {
                failures.add(
                        e.getCause() instanceof Failure failure
                                ? failure
                                : new Failure(ErrorCode.INTERNAL_ERROR, "The scan failed.", e.getCause()));
            }
        }
        if (!failures.isEmpty()) {
            throw failures.get(0);
        }
    }
}
