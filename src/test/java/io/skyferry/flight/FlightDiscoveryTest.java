package io.skyferry.flight;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.TapisSessions;
import io.skyferry.tapis.TapisSystem;
import io.skyferry.tapis.kit.TapisWorld;
import io.skyferry.transfer.testkit.Failures;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightDiscoveryTest {
    private static final String A = "ptdatax.project.A";
    private static final String B = "ptdatax.project.B";
    private static final Caller ADA = new Caller(new Owner("ada", "sandbox"), Set.of(), Optional.empty());

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private TapisWorld world;
    private FlightDiscovery discovery;
    private FlightSearch search;

    @BeforeEach
    void start() throws IOException {
        world = new TapisWorld(directory)
                .system(B)
                .system(A)
                .system("ptdataxXprojectXC")
                .system("ptdatax.project.hers", ", \"readers\": [\"grace\"]")
                .file(A, "F/code/images/a.jpg")
                .file(B, "G/code/images/a.jpg")
                .file("ptdatax.project.hers", "H/code/images/a.jpg")
                .start();
        discovery = new FlightDiscovery(world.gateway(), Sightings.NONE, managed(threads));
        search = new FlightSearch(new OneSession(world.session()), discovery);
    }

    @AfterEach
    void stop() {
        threads.shutdown();
        world.close();
    }

    /** A container's executor that only executes. */
    private static ManagedExecutorService managed(ExecutorService threads) {
        return (ManagedExecutorService) Proxy.newProxyInstance(
                FlightDiscoveryTest.class.getClassLoader(),
                new Class<?>[] {ManagedExecutorService.class},
                (proxy, method, arguments) -> method.invoke(threads, arguments));
    }

    private record OneSession(TapisSession session) implements TapisSessions {
        @Override
        public TapisSession forCaller(Caller caller) {
            return session;
        }

        @Override
        public TapisSession forOwner(Owner owner) {
            return session;
        }

        @Override
        public TapisSession forOwner(Owner owner, String clientId) {
            return session;
        }

        @Override
        public Optional<Instant> findSignIn(Owner owner) {
            return Optional.empty();
        }
    }

    @Test
    void listsTheProjectSystemsThatTheUserMaySee() {
        assertThat(discovery.listSystems(world.session(), world.count()))
                .extracting(TapisSystem::id)
                .containsExactly(A, B);
    }

    @Test
    void scansAllOfThemWithOneRequestEach() {
        ScanResult result = search.scan(ADA, List.of());

        assertThat(result.flights()).extracting(FoundFlight::flightName).containsExactly("F", "G");
        assertThat(result.requests()).isEqualTo(1 + 2 + 2);
        assertThat(world.sandbox().requests().list()).hasSize(5);
    }

    @Test
    void scansTheNamedOnesAndReportsWhichTheUserMayNotSee() {
        ScanResult result = search.scan(ADA, List.of("ptdatax.project.hers", A));

        assertThat(result.flights()).extracting(FoundFlight::flightName).containsExactly("F");
        assertThat(result.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.systemId()).isEqualTo("ptdatax.project.hers");
            assertThat(problem.error()).isEqualTo("System not accessible");
        });
    }

    @Test
    void failsWhenTheUserMaySeeNoneOfThem() {
        Failure failure = Failures.of(() -> search.scan(ADA, List.of("ptdatax.project.hers")));

        assertThat(failure.code()).isEqualTo(ErrorCode.SYSTEM_NOT_ACCESSIBLE);
        assertThat(failure.detail()).contains("ptdatax.project.hers");
    }

    @Test
    void refusesOtherSystemsBeforeAnybodyIsAsked() {
        assertThat(Failures.of(() -> search.scan(ADA, List.of("other"))).code()).isEqualTo(ErrorCode.INVALID_REQUEST);
        assertThat(world.sandbox().requests().list()).isEmpty();
    }

    @Test
    void looksAtNamedFlights() {
        ScanResult result = search.lookAt(ADA, List.of(new FlightName(A, "F")));

        assertThat(result.flights()).extracting(FoundFlight::flightName).containsExactly("F");
        assertThat(result.requests()).isEqualTo(1);
    }
}
