package io.skyferry.transfer.integrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.transfer.testkit.Photos;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegInspectionTest {
    /** SOI, SOF0 of 16 x 8 with one component, SOS with one component. */
    private static final String HEAD = "FFD8 FFC0000B0800080010 01 011100";

    private static final String SCAN = "FFDA0008 01 0100 003F00";
    private static final String DATA = "1234 FF00 56 FFD0 78";
    private static final String END = "FFD9";

    static Iterable<Path> photos() {
        return Photos.all();
    }

    @ParameterizedTest
    @MethodSource("photos")
    void acceptsEveryRealPhoto(Path photo) throws IOException {
        byte[] bytes = Photos.read(photo);
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(bytes));

        assertThat(inspect(bytes)).isEqualTo(new JpegImage(decoded.getWidth(), decoded.getHeight(), bytes.length, 0));
    }

    @Test
    void refusesEveryTruncation() {
        byte[] photo = Photos.small();
        for (int length = 0; length < photo.length; length++) {
            JpegInspection inspection = new JpegInspection();
            inspection.accept(photo, 0, length);
            assertThatThrownBy(inspection::finish)
                    .as("cut to %d bytes", length)
                    .isInstanceOfSatisfying(
                            Failure.class, failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_WHOLE_JPEG));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void judgesTheSameHoweverTheBytesAreCut(long seed) {
        Random random = new Random(seed);
        byte[] photo = Photos.small();
        for (int round = 0; round < 50; round++) {
            byte[] bytes = round % 2 == 0 ? photo : damaged(photo, random);
            assertThat(verdict(bytes, random)).isEqualTo(verdict(bytes, null));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void refusesHeadersOverwrittenWithNoise(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            byte[] photo = Photos.small();
            byte[] noise = new byte[512];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, photo, 0, noise.length);
            assertThat(verdict(photo, null)).startsWith("NOT_WHOLE_JPEG");
        }
    }

    @Test
    void acceptsAProgressivePhotoWithTablesBetweenScans() throws IOException {
        byte[] progressive = progressive(Photos.small());

        assertThat(HexFormat.of().formatHex(progressive)).contains("ffc2");
        assertThat(inspect(progressive).trailingBytes()).isZero();
        byte[] cut = Arrays.copyOf(progressive, progressive.length - 2);
        assertThat(verdict(cut, null)).startsWith("NOT_WHOLE_JPEG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00", "0000000000", "FFFFFF", "FFD8FFD9", "48656C6C6F"})
    void acceptsPaddingAndPicturesAfterTheEnd(String trailer) {
        JpegImage image = inspect(hex(HEAD + SCAN + DATA + END + trailer));

        assertThat(image.trailingBytes()).isEqualTo(trailer.length() / 2);
        assertThat(image.bytes()).isEqualTo(hex(HEAD + SCAN + DATA + END + trailer).length);
    }

    @Test
    void doesNotTakeAnEndMarkerInsideMetadataForTheEnd() {
        String thumbnail = "FFE1 0008 FFD8 1122 FFD9";

        assertThat(verdict(hex("FFD8" + thumbnail), null)).contains("before the end marker");
        assertThat(verdict(hex("FFD8" + thumbnail + HEAD.substring(4) + SCAN + DATA), null))
                .contains("before the end marker");
    }

    @Test
    void acceptsFillBytesAndEmptySegments() {
        assertThat(inspect(hex("FFD8 FFFFFFFE0002" + HEAD.substring(4) + "FFFF" + SCAN + DATA + "FFFFFF" + END)))
                .isEqualTo(new JpegImage(16, 8, 46, 0));
    }

    @Test
    void takesTheHeightFromALaterSegmentWhenTheHeaderLeavesItOpen() {
        String open = HEAD.replace("08 0008".replace(" ", ""), "080000");

        assertThat(inspect(hex(open + SCAN + DATA + "FFDC0004 0123" + END)).height())
                .isEqualTo(0x123);
        assertThat(verdict(hex(open + SCAN + DATA + END), null)).contains("height");
    }

    @ParameterizedTest
    @CsvSource({"EA60,EA60", "FFDD,0010", "0010,FFDD", "0010,0000"})
    void refusesDimensionsNobodyCanOpen(String height, String width) {
        String head = "FFD8 FFC0000B08" + height + width + "01 011100";

        assertThat(verdict(hex(head + SCAN + DATA + END), null)).contains("claims to be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FFD8 FFD9",
                "FFD8 FFDA0008 01 0100 003F00 12 FFD9",
                HEAD + END,
                HEAD + SCAN + END,
                HEAD + "FFD0" + SCAN + DATA + END,
                HEAD + "00" + SCAN + DATA + END,
                HEAD + "FFC0000B0800080010 01 011100" + SCAN + DATA + END,
                HEAD + SCAN + "12 FFD8 34" + END,
                HEAD + SCAN + "12 FF02 0002" + END,
                HEAD + "FFFE0001" + SCAN + DATA + END,
                HEAD + "FFDA0008 02 0100 003F00" + DATA + END,
                "FFD8 FFC0000B0800080010 02 011100" + SCAN + DATA + END,
            })
    void refusesWhatNoEncoderWrites(String bytes) {
        assertThat(verdict(hex(bytes), null)).startsWith("NOT_WHOLE_JPEG");
    }

    @Test
    void refusesPagesAndNothing() {
        assertThat(verdict("<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8), null))
                .contains("does not begin with a JPEG start marker");
        assertThat(verdict(new byte[0], null)).contains("empty");
    }

    private static JpegImage inspect(byte[] bytes) {
        JpegInspection inspection = new JpegInspection();
        inspection.accept(bytes, 0, bytes.length);
        return inspection.finish();
    }

    /** The outcome as text, with the bytes given at once, or in pieces of random size. */
    private static String verdict(byte[] bytes, Random pieces) {
        JpegInspection inspection = new JpegInspection();
        ByteBuffer rest = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        while (rest.hasRemaining()) {
            int count = pieces == null ? rest.remaining() : Math.min(rest.remaining(), 1 + pieces.nextInt(9000));
            ByteBuffer piece = rest.slice(rest.position(), pieces != null && pieces.nextBoolean() ? 1 : count);
            rest.position(rest.position() + piece.remaining());
            inspection.accept(piece);
        }
        try {
            return inspection.finish().toString();
        } catch (Failure refused) {
            return refused.getMessage();
        }
    }

    private static byte[] damaged(byte[] photo, Random random) {
        byte[] copy = photo.clone();
        for (int hits = random.nextInt(5); hits >= 0; hits--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
        return Arrays.copyOf(copy, copy.length - random.nextInt(100));
    }

    private static byte[] progressive(byte[] photo) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(ImageIO.read(new ByteArrayInputStream(photo)), null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }
}
