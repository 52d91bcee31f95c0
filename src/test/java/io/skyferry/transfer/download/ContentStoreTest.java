package io.skyferry.transfer.download;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyferry.platform.pace.StopSignal;
import io.skyferry.transfer.testkit.Photos;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentStoreTest {
    private static final byte[] PHOTO = Photos.small();

    @TempDir
    private Path directory;

    private final AtomicInteger nonces = new AtomicInteger();
    private Spool spool;
    private SpoolSpace space;

    @BeforeEach
    void open() {
        spool = new Spool(directory.resolve("spool"), 1 << 24, () -> "n" + nonces.incrementAndGet());
        space = spool.reserve(PHOTO.length, new StopSignal());
    }

    private ContentStore store(long limit) {
        return new ContentStore(directory.resolve("content"), limit);
    }

    /** Whole photos that differ by what is behind their end. */
    private static byte[] photo(int number) {
        byte[] padded = java.util.Arrays.copyOf(PHOTO, PHOTO.length + number);
        return padded;
    }

    private SpooledImage spooled(byte[] bytes) throws IOException {
        SpoolFile file = space.create("image-1");
        file.write(ByteBuffer.wrap(bytes));
        file.complete();
        return new SpooledImage(file, bytes.length, Photos.sha256(bytes), 1, 1);
    }

    private Optional<SpooledImage> find(ContentStore store, byte[] bytes) {
        ImageToDownload wanted = new ImageToDownload("image-2", URI.create("http://tapis/x"), bytes.length);
        return store.find(Photos.sha256(bytes), wanted, space);
    }

    private void keep(ContentStore store, byte[] bytes) throws IOException {
        try (SpooledImage image = spooled(bytes)) {
            store.keep(image);
        }
    }

    @Test
    void givesBackWhatItKept() throws IOException {
        ContentStore store = store(1 << 24);
        keep(store, PHOTO);

        try (SpooledImage again = find(store, PHOTO).orElseThrow()) {
            assertThat(Files.readAllBytes(again.file())).isEqualTo(PHOTO);
            assertThat(again.sha256()).isEqualTo(Photos.sha256(PHOTO));
        }
        assertThat(directory.resolve("spool")).isEmptyDirectory();
        assertThat(find(store, photo(1))).isEmpty();
    }

    @Test
    void remembersAcrossARestart() throws IOException {
        keep(store(1 << 24), PHOTO);

        ContentStore next = store(1 << 24);

        assertThat(next.total()).isEqualTo(PHOTO.length);
        find(next, PHOTO).orElseThrow().close();
    }

    @Test
    void givesUpWhatWasNotUsedForTheLongestTime() throws IOException {
        ContentStore store = store(2L * PHOTO.length + 20);
        keep(store, photo(1));
        keep(store, photo(2));
        find(store, photo(1)).orElseThrow().close();

        keep(store, photo(3));

        assertThat(store.total()).isLessThanOrEqualTo(2L * PHOTO.length + 20);
        assertThat(find(store, photo(2))).isEmpty();
        find(store, photo(1)).orElseThrow().close();
        find(store, photo(3)).orElseThrow().close();
        assertThat(directory.resolve("content")).isDirectoryNotContaining("glob:**" + Photos.sha256(photo(2)));
    }

    @Test
    void shrinksToASmallerLimit() throws IOException {
        ContentStore store = store(1 << 24);
        keep(store, photo(1));
        keep(store, photo(2));
        Files.setLastModifiedTime(
                directory.resolve("content").resolve(Photos.sha256(photo(1))), FileTime.from(Instant.EPOCH));

        ContentStore smaller = store(PHOTO.length + 10L);

        assertThat(find(smaller, photo(1))).isEmpty();
        find(smaller, photo(2)).orElseThrow().close();
        assertThat(store(0).total()).isZero();
        assertThat(directory.resolve("content")).isEmptyDirectory();
    }

    @Test
    void believesNothingThatChanged() throws IOException {
        ContentStore store = store(1 << 24);
        keep(store, PHOTO);
        byte[] changed = PHOTO.clone();
        changed[PHOTO.length / 2] ^= 1;
        Files.write(directory.resolve("content").resolve(Photos.sha256(PHOTO)), changed);

        assertThat(find(store, PHOTO)).isEmpty();
        assertThat(store.total()).isZero();
        assertThat(directory.resolve("spool")).isEmptyDirectory();
    }

    @Test
    void keepsNothingWhenItIsOff() throws IOException {
        ContentStore off = store(0);
        keep(off, PHOTO);

        assertThat(find(off, PHOTO)).isEmpty();
        assertThat(directory.resolve("content")).doesNotExist();
    }
}
