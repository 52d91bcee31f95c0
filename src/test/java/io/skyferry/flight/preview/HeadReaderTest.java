package io.skyferry.flight.preview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class HeadReaderTest {
    /** A photo of a DJI drone, made small; its EXIF is the camera's. */
    private static final Path PHOTO =
            Path.of("src/sandbox/world/systems/ptdatax.project.PTDATAX-284/Brighton_Beach/code/images/DJI_0018.JPG");

    private static byte[] photo() throws IOException {
        return Files.readAllBytes(PHOTO);
    }

    @Test
    void readsWhatACameraWrote() throws IOException {
        ImageFacts facts = HeadReader.read(photo());

        assertThat(facts.odd()).isEmpty();
        ImageFacts.Position position = facts.position().orElseThrow();
        assertThat(position.latitude()).isCloseTo(46.84, within(0.1));
        assertThat(position.longitude()).isCloseTo(-91.99, within(0.1));
        assertThat(position.altitude()).isPresent();
        assertThat(facts.takenAt().orElseThrow()).matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
        assertThat(facts.camera().orElseThrow()).contains("DJI");
        java.awt.image.BufferedImage whole = ImageIO.read(PHOTO.toFile());
        assertThat(facts.width()).contains(whole.getWidth());
        assertThat(facts.height()).contains(whole.getHeight());
    }

    @Test
    void asksForNoMoreThanItNeeds() throws IOException {
        byte[] photo = photo();
        int needed = 0;
        while (!HeadReader.isEnough(Arrays.copyOf(photo, needed))) {
            needed++;
        }
        assertThat(needed).isLessThan(photo.length / 2);
        ImageFacts early = HeadReader.read(Arrays.copyOf(photo, needed));
        assertThat(early.position()).isEqualTo(HeadReader.read(photo).position());
        assertThat(early.camera()).isEqualTo(HeadReader.read(photo).camera());
    }

    @Test
    void readsEveryRealPhotoOfTheWorld() throws IOException {
        try (var files = Files.walk(Path.of("src/sandbox/world/systems"))) {
            for (Path file : files.filter(path -> path.toString().matches("(?i).*\\.jpe?g"))
                    .toList()) {
                ImageFacts facts = HeadReader.read(Files.readAllBytes(file));
                assertThat(facts.width()).as(file.toString()).isPresent();
            }
        }
    }

    @Test
    void standsEveryTruncation() throws IOException {
        byte[] photo = photo();
        for (int length = 0; length < Math.min(photo.length, 20_000); length += 7) {
            byte[] cut = Arrays.copyOf(photo, length);
            HeadReader.isEnough(cut);
            assertThat(HeadReader.read(cut)).isNotNull();
        }
    }

    @Test
    void standsAnyDamage() throws IOException {
        byte[] photo = Arrays.copyOf(photo(), 30_000);
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            byte[] damaged = photo.clone();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                damaged[random.nextInt(random.nextBoolean() ? 400 : damaged.length)] = (byte) random.nextInt();
            }
            HeadReader.isEnough(damaged);
            ImageFacts facts = HeadReader.read(damaged);
            facts.position().ifPresent(position -> {
                assertThat(Math.abs(position.latitude())).isLessThanOrEqualTo(90);
                assertThat(Math.abs(position.longitude())).isLessThanOrEqualTo(180);
            });
            facts.camera()
                    .ifPresent(camera ->
                            assertThat(camera).hasSizeLessThanOrEqualTo(100).doesNotContain("\u0000"));
            facts.thumbnail()
                    .ifPresent(small -> assertThat(JpegHead.of(small).isJpeg()).isTrue());
        }
    }

    @Test
    void knowsWhatIsNoJpeg() {
        assertThat(HeadReader.read(new byte[0]).odd()).isPresent();
        assertThat(HeadReader.read("<html>".getBytes(StandardCharsets.UTF_8)).odd())
                .isPresent();
        assertThat(HeadReader.isEnough("<html>".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
    }

    @Test
    void findsTheCamerasThumbnail() throws IOException {
        byte[] small = SmallJpeg.of(photo()).orElseThrow();
        byte[] withThumbnail = ExifPhotos.withThumbnail(photo(), small);

        assertThat(HeadReader.read(withThumbnail).thumbnail()).contains(small);
        assertThat(HeadReader.read(ExifPhotos.withThumbnail(photo(), "no jpeg".getBytes(StandardCharsets.US_ASCII)))
                        .thumbnail())
                .isEmpty();
    }

    @Test
    void takesZeroZeroForNoPosition() {
        assertThat(HeadReader.read(ExifPhotos.at(0, 0)).position()).isEmpty();
        assertThat(HeadReader.read(ExifPhotos.at(-33, 151))
                        .position()
                        .orElseThrow()
                        .latitude())
                .isCloseTo(-33, within(1e-6));
        assertThat(HeadReader.read(ExifPhotos.at(95, 10)).position()).isEmpty();
    }

    @Test
    void makesASmallPicture() throws IOException {
        byte[] small = SmallJpeg.of(photo()).orElseThrow();
        var image = ImageIO.read(new ByteArrayInputStream(small));
        assertThat(Math.max(image.getWidth(), image.getHeight())).isLessThanOrEqualTo(320);
        assertThat(small.length).isLessThan(60_000);
    }

    @Test
    void decodesNothingThatClaimsToBeHuge() throws IOException {
        byte[] huge = ExifPhotos.withFrame(photo(), 60_000, 60_000);
        assertThat(JpegHead.of(huge).frame().orElseThrow().pixels()).isEqualTo(3_600_000_000L);
        assertThat(SmallJpeg.isFeasible(JpegHead.of(huge))).isFalse();
        assertThat(SmallJpeg.of(huge)).isEmpty();
        assertThat(SmallJpeg.of(ExifPhotos.withFrame(photo(), 0, 100))).isEmpty();
    }

    @Test
    void aDamagedImageHasNoSmallPicture() throws IOException {
        Random random = new Random(3);
        byte[] photo = photo();
        for (int round = 0; round < 30; round++) {
            byte[] damaged = photo.clone();
            for (int i = 0; i < 50; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            SmallJpeg.of(damaged);
            SmallJpeg.of(Arrays.copyOf(photo, random.nextInt(photo.length)));
        }
        assertThat(SmallJpeg.of(new byte[] {(byte) 0xFF, (byte) 0xD8})).isEmpty();
    }
}
