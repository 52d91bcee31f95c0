package io.skyferry.flight.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.skyferry.access.kit.MovingClock;
import io.skyferry.access.kit.TestLedger;
import io.skyferry.flight.Flight;
import io.skyferry.flight.FlightSight;
import io.skyferry.flight.Flights;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Owner;
import io.skyferry.sandbox.http.LoggedRequest;
import io.skyferry.tapis.kit.TapisWorld;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Previews over the real schema and a Tapis that serves real photos. */
class PreviewsTest {
    private static final String SYSTEM = "ptdatax.project.A";
    private static final Owner ADA = new Owner("ada", "sandbox");
    private static final Owner GRACE = new Owner("grace", "sandbox");
    private static final Path PHOTOS =
            Path.of("src/sandbox/world/systems/ptdatax.project.PTDATAX-284/Brighton_Beach/code/images");

    private final MovingClock clock = new MovingClock();
    private final ExecutorService readers = Executors.newCachedThreadPool();
    private TestLedger ledger;
    private TapisWorld world;
    private Path images;
    private PreviewStore store;
    private Flight flight;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        world = new TapisWorld(directory).system(SYSTEM).directory(SYSTEM, "F/code/images");
        images = world.root(SYSTEM).resolve("F/code/images");
        world.start();
        ledger = new TestLedger(Flight.class, FlightSight.class, PreviewRow.class, PreviewImageRow.class);
        store = ledger.store(PreviewStore.class, manager -> new LedgerPreviews(manager, clock));
        flight = Flights.of(SYSTEM, "F");
        ledger.inTransaction(manager -> {
            manager.persist(flight);
            return null;
        });
        sql("insert into flight_sight (owner, flight_id, seen_at) values ('ada@sandbox', " + flight.id()
                + ", current_timestamp)");
    }

    private void sql(String statement) {
        ledger.inTransaction(manager -> manager.createNativeQuery(statement).executeUpdate());
    }

    @AfterEach
    void close() {
        readers.shutdownNow();
        ledger.close();
        world.close();
    }

    private void put(String name, byte[] bytes) throws IOException {
        Files.write(images.resolve(name), bytes);
    }

    private static byte[] photo(String name) throws IOException {
        return Files.readAllBytes(PHOTOS.resolve(name));
    }

    private static byte[] withoutExif() throws IOException {
        return SmallJpeg.of(photo("DJI_0018.JPG")).orElseThrow();
    }

    private Previews previews() {
        return new Previews(store, new FlightReading(world.gateway(), world.content(), store, readers), Runnable::run);
    }

    private Positions positions(boolean all) {
        return previews().get(ADA, flight.id(), all, world::session);
    }

    private List<LoggedRequest> contents() {
        return world.sandbox().requests().list("GET", "/v3/files/content/");
    }

    private Thumbnails.Picture thumbnail(String name) {
        return new Thumbnails(store, world.content()).get(ADA, flight.id(), name, world::session);
    }

    @Test
    void readsWhereAFlightWasFlown() throws IOException {
        for (int i = 18; i < 28; i++) {
            put("DJI_00" + i + ".JPG", photo("DJI_00" + i + ".JPG"));
        }
        put("far away.jpg", ExifPhotos.at(10, 10));
        put("nowhere.jpg", ExifPhotos.at(0, 0));
        put("page #1 ü.jpg", "<html>".getBytes(StandardCharsets.UTF_8));

        Positions found = positions(false);

        assertThat(found.state()).isEqualTo("READY");
        assertThat(found.read()).isEqualTo(13);
        assertThat(found.of()).isEqualTo(13);
        assertThat(found.totalImages()).isEqualTo(13);
        assertThat(found.sampled()).isFalse();
        assertThat(found.withPosition()).isEqualTo(11);
        assertThat(found.withoutPosition()).isEqualTo(1);
        assertThat(found.odd()).isEqualTo(1);
        assertThat(found.outliers()).isEqualTo(1);
        assertThat(found.boundingBox().north() - found.boundingBox().south()).isLessThan(0.1);
        assertThat(found.images())
                .filteredOn(Positions.ImageView::outlier)
                .extracting(Positions.ImageView::name)
                .containsExactly("far away.jpg");
        assertThat(found.images())
                .filteredOn(image -> image.odd() != null)
                .extracting(Positions.ImageView::name)
                .containsExactly("page #1 ü.jpg");
    }

    @Test
    void readsAnUnchangedImageOnce() throws IOException {
        put("a.jpg", ExifPhotos.at(1, 1));
        put("b.jpg", ExifPhotos.at(1, 2));
        positions(false);
        positions(false);
        assertThat(contents()).hasSize(2);

        put("b.jpg", photo("DJI_0018.JPG"));
        put("c.jpg", ExifPhotos.at(1, 3));
        Files.delete(images.resolve("a.jpg"));
        sql("update flight set fingerprint = 'other'");
        Positions found = positions(false);

        assertThat(contents()).hasSize(4);
        assertThat(found.images()).extracting(Positions.ImageView::name).containsExactly("b.jpg", "c.jpg");
    }

    @Test
    void readsASampleUnlessAllAreAskedFor() throws IOException {
        for (int i = 0; i < 230; i++) {
            put("%03d.jpg".formatted(i), ExifPhotos.at(i % 80, 1));
        }
        Positions sample = positions(false);
        assertThat(sample.of()).isEqualTo(200);
        assertThat(sample.totalImages()).isEqualTo(230);
        assertThat(sample.sampled()).isTrue();

        Positions all = positions(true);
        assertThat(all.read()).isEqualTo(230);
        assertThat(all.sampled()).isFalse();
        assertThat(contents()).as("each once").hasSize(230);
        assertThat(positions(false).read()).as("once all, always all").isEqualTo(230);
    }

    @Test
    void fetchesOnlyTheBeginning() throws IOException {
        byte[] big = Arrays.copyOf(photo("DJI_0018.JPG"), 30_000_000);
        put("big.jpg", big);
        world.sandbox().pace().bytesPerSecond(2_000_000);
        assertThat(positions(false).withPosition()).isEqualTo(1);
        await().until(() -> contents().get(0).ended().isPresent());
        assertThat(contents().get(0).sent()).isLessThan(15_000_000);
    }

    @Test
    void saysWhyItFailedAndTriesAgainWhenAsked() throws IOException {
        put("a.jpg", ExifPhotos.at(1, 1));
        Previews withoutToken = previews();
        assertThatThrownBy(() -> withoutToken.get(ADA, flight.id(), false, () -> {
                    throw new Failure(ErrorCode.NO_TAPIS_TOKEN, "Nobody signed in.");
                }))
                .hasMessageContaining("NO_TAPIS_TOKEN");
        assertThat(store.find(flight.id()).orElseThrow().state()).isEqualTo(PreviewState.FAILED);
        assertThat(positions(false).state()).isEqualTo("READY");
    }

    @Test
    void goesOnAfterTheReaderDied() throws IOException {
        put("a.jpg", ExifPhotos.at(1, 1));
        Previews dying =
                new Previews(store, new FlightReading(world.gateway(), world.content(), store, readers), work -> {});
        assertThat(dying.get(ADA, flight.id(), false, world::session).state()).isEqualTo("READING");
        assertThat(positions(false).state()).as("it may be alive").isEqualTo("READING");
        clock.advance(Duration.ofMinutes(4));
        assertThat(positions(false).state()).isEqualTo("READY");
    }

    @Test
    void showsNothingToWhoeverDidNotSeeTheFlight() {
        for (Owner stranger : List.of(GRACE, new Owner("ada", "elsewhere"))) {
            assertThatThrownBy(() -> previews().get(stranger, flight.id(), false, world::session))
                    .hasMessageContaining("FLIGHT_NOT_FOUND");
            assertThatThrownBy(() ->
                            new Thumbnails(store, world.content()).get(stranger, flight.id(), "a.jpg", world::session))
                    .hasMessageContaining("FLIGHT_NOT_FOUND");
        }
        sql("update flight_sight set gone_at = current_timestamp");
        assertThatThrownBy(() -> positions(false)).hasMessageContaining("FLIGHT_NOT_FOUND");
    }

    @Test
    void showsTheCamerasThumbnailWithoutFetchingTheImage() throws IOException {
        byte[] small = SmallJpeg.of(photo("DJI_0018.JPG")).orElseThrow();
        put("a b.jpg", Arrays.copyOf(ExifPhotos.withThumbnail(photo("DJI_0018.JPG"), small), 30_000_000));
        assertThat(thumbnail("a b.jpg").jpeg()).isEqualTo(small);
        await().until(() -> contents().get(0).ended().isPresent());
        assertThat(contents().get(0).sent()).isLessThan(15_000_000);
        positions(false);
        int asked = contents().size();
        assertThat(thumbnail("a b.jpg").jpeg()).isEqualTo(small);
        assertThat(contents()).as("it is kept").hasSize(asked);
    }

    @Test
    void makesAThumbnailOnceWhereTheCameraMadeNone() throws IOException {
        put("a.jpg", withoutExif());
        positions(false);
        assertThat(store.findThumbnail(flight.id(), "a.jpg")).isEmpty();
        Thumbnails.Picture made = thumbnail("a.jpg");
        assertThat(ImageIO.read(new ByteArrayInputStream(made.jpeg())).getWidth())
                .isLessThanOrEqualTo(320);
        assertThat(store.findThumbnail(flight.id(), "a.jpg")).contains(made.jpeg());
        int asked = contents().size();
        assertThat(thumbnail("a.jpg").tag()).isEqualTo(made.tag());
        assertThat(contents()).hasSize(asked);
    }

    @Test
    void makesNoneOfWhatIsTooMuchOrNoImage() throws IOException {
        put("huge.jpg", ExifPhotos.withFrame(withoutExif(), 60_000, 60_000));
        put("page.jpg", "<html>".getBytes(StandardCharsets.UTF_8));
        put("empty.jpg", new byte[0]);
        for (String name :
                List.of("huge.jpg", "page.jpg", "empty.jpg", "absent.jpg", "a.txt", "../secret.jpg", "..\\x.jpg")) {
            assertThatThrownBy(() -> thumbnail(name)).as(name).hasMessageContaining("NOT_FOUND");
        }
        assertThat(contents()).extracting(LoggedRequest::path).noneMatch(path -> path.contains("secret"));
    }
}
