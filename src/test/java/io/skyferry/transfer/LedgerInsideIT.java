package io.skyferry.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.flight.FoundFlight;
import io.skyferry.flight.ImageListing;
import io.skyferry.inside.InsideServer;
import io.skyferry.platform.database.InsertRace;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.project.Claims;
import io.skyferry.project.FlightProject;
import io.skyferry.project.ImageTally;
import io.skyferry.project.ProjectLedger;
import io.skyferry.project.ProjectState;
import io.skyferry.tapis.TapisFile;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.File;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger with real transactions: who lost his claim writes nothing, and whoever races, there is one row. */
@ExtendWith({InsideServer.class, ArquillianExtension.class})
class LedgerInsideIT {
    private static final int RACERS = 12;
    private static final String TASK = "11111111-2222-3333-4444-555555555555";

    @Inject
    private Claims claims;

    @Inject
    private ProjectLedger projects;

    @Inject
    private ImageLedger images;

    @Inject
    private ImagePlanning planning;

    @Resource(lookup = "jdbc/skyferry")
    private DataSource database;

    private final Owner owner = new Owner("u" + UUID.randomUUID(), "sandbox");
    private long project;

    @Deployment
    static WebArchive deliveredApplication() throws Exception {
        File assertJ = new File(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return ShrinkWrap.create(ZipImporter.class, "inside.war")
                .importFrom(new File("target/skyferry.war"))
                .as(WebArchive.class)
                .addClass(InsideServer.class)
                .addAsLibrary(assertJ);
    }

    @BeforeEach
    void makeAProject() {
        project = projects.ensure(owner, flight("Flight")).id();
    }

    private static FoundFlight flight(String name) {
        return new FoundFlight(
                name, "ptdatax.project.INSIDE", name + "/code/images", 2, 200, "f".repeat(64), Instant.now());
    }

    @Test
    void aClaimHasOneHolderAtATime() throws Exception {
        List<OptionalLong> fences = atOnce(() -> claims.tryTake(project));

        assertThat(fences.stream().filter(OptionalLong::isPresent)).hasSize(1);
        assertThat(claims.isHeld(project)).isTrue();
    }

    @Test
    void aReleasedClaimIsTakenUnderAHigherFence() {
        long first = take();
        claims.release(project, first);

        assertThat(claims.isHeld(project)).isFalse();
        assertThat(take()).isGreaterThan(first);
    }

    @Test
    void anExpiredClaimIsSomebodyElses() throws Exception {
        long first = take();
        expire();
        long second = take();

        assertThat(second).isGreaterThan(first);
        assertThat(claims.renew(project, first)).isFalse();
        assertThat(claims.workedOnBy(project, first, 99)).isFalse();
        assertThat(claims.isHeldBy(project, first)).isFalse();
        claims.release(project, first);
        assertThat(claims.isHeldBy(project, second)).isTrue();
        assertThat(claims.renew(project, second)).isTrue();
    }

    @Test
    void anExpiredClaimIsNotRenewedEvenByItsHolder() throws Exception {
        long fence = take();
        expire();

        assertThat(claims.renew(project, fence)).isFalse();
        assertThat(claims.isHeldBy(project, fence)).isFalse();
    }

    @Test
    void theRunningExecutionIsKnownWhileTheClaimLives() throws Exception {
        long fence = take();
        assertThat(claims.workedOnBy(project, fence, 77)).isTrue();

        assertThat(claims.findRunningExecution(project)).contains(77L);
        expire();
        assertThat(claims.findRunningExecution(project)).isEmpty();
        assertThat(claims.findLastExecution(project)).contains(77L);
    }

    @Test
    void aProjectChangesUnderItsClaimOnly() throws Exception {
        BiConsumer<FlightProject, Instant> start = FlightProject::startSync;
        long fence = take();
        expire();

        assertLost(() -> projects.change(project, fence, start));
        take();
        assertLost(() -> projects.change(project, fence, start));

        assertThat(projects.get(project).state()).isEqualTo(ProjectState.CREATED);
    }

    @Test
    void aPlanThatLostItsClaimIsNotWritten() throws Exception {
        long fence = take();
        expire();

        assertLost(() -> planning.plan(run(fence), listing("a.jpg", "b.jpg"), TASK));

        assertThat(images.tally(project)).isEqualTo(ImageTally.NONE);
    }

    @Test
    void planningTwiceChangesNothing() {
        SyncRun run = run(take());
        planning.plan(run, listing("a.jpg", "b.jpg", "A.JPG"), TASK);
        List<Long> before = ids();

        planning.plan(run, listing("a.jpg", "b.jpg", "A.JPG"), TASK);

        assertThat(ids()).isEqualTo(before).hasSize(3);
        assertThat(images.tally(project).listed()).isEqualTo(3);
    }

    @Test
    void whatIsNoLongerAtTheSourceIsGone() {
        SyncRun run = run(take());
        planning.plan(run, listing("a.jpg", "b.jpg"), TASK);

        planning.plan(run, listing("b.jpg", "c.jpg"), TASK);

        assertThat(images.tally(project).listed()).isEqualTo(2);
        assertThat(images.tally(project).gone()).isEqualTo(1);
    }

    @Test
    void anImageIsDeliveredUnderTheClaimOnly() throws Exception {
        long fence = take();
        planning.plan(run(fence), listing("a.jpg", "b.jpg"), TASK);
        long image = ids().get(0);
        images.change(project, fence, List.of(delivered(image)));
        expire();

        assertLost(() -> images.change(project, fence, List.of(delivered(ids().get(1)))));

        assertThat(images.tally(project).delivered()).isEqualTo(1);
        assertThat(images.tally(project).listed()).isEqualTo(1);
    }

    @Test
    void aTaskThatIsGoneHasItsImagesBroughtAgain() {
        long fence = take();
        planning.plan(run(fence), listing("a.jpg"), TASK);
        images.change(project, fence, List.of(delivered(ids().get(0))));

        planning.plan(run(fence), listing("a.jpg"), "another-task");

        assertThat(images.tally(project).listed()).isEqualTo(1);
        assertThat(images.tally(project).delivered()).isZero();
    }

    @Test
    void partitionsShareTheImagesWithoutOverlap() {
        planning.plan(run(take()), listing("a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg"), TASK);
        List<String> handedOut = new ArrayList<>();
        for (int partition = 0; partition < 3; partition++) {
            images.listListed(project, partition, 3, 0, 100).forEach(image -> handedOut.add(image.name()));
        }

        assertThat(handedOut).containsExactlyInAnyOrder("a.jpg", "b.jpg", "c.jpg", "d.jpg", "e.jpg");
    }

    @Test
    void manyWhoInsertTheSameFlightFindOneProject() throws Exception {
        for (int round = 0; round < 10; round++) {
            FoundFlight rush = flight("Rush-" + UUID.randomUUID());

            Set<Long> ids = new HashSet<>(atOnce(
                    () -> InsertRace.run(() -> projects.ensure(owner, rush)).id()));

            assertThat(ids).hasSize(1);
        }
    }

    private static ImageLedger.ImageChange delivered(long image) {
        return new ImageLedger.ImageChange(image, (row, now) -> row.delivered("0".repeat(64), TASK, 1, now));
    }

    private long take() {
        return claims.tryTake(project).orElseThrow();
    }

    private SyncRun run(long fence) {
        return new SyncRun(
                project,
                fence,
                1,
                SyncOptions.PLAIN,
                new io.skyferry.transfer.watch.RunMeter(new io.skyferry.transfer.watch.ServerMeter()),
                images::change);
    }

    private List<Long> ids() {
        return images.list(project, Optional.empty(), Optional.empty(), "", 100).stream()
                .map(Image::id)
                .toList();
    }

    private static ImageListing listing(String... names) {
        return new ImageListing(java.util.Arrays.stream(names)
                .map(name -> new TapisFile(name, "file", 100, "2026-01-01T00:00:00Z"))
                .toList());
    }

    /** As if the holder had been silent for longer than the lease. */
    private void expire() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update sync_claim set expires_at = current_timestamp - interval '1' second where project_id = ?")) {
            update.setLong(1, project);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private static void assertLost(ThrowingCallable write) {
        assertThatThrownBy(write)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CLAIM_LOST));
    }

    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(
                    IntStream.range(0, RACERS).mapToObj(racer -> call).toList())) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
