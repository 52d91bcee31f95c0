package io.skyferry.flight.preview;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Makes a small JPEG of a whole one. Only the header decides whether it is tried; decoding skips rows and columns, so
 * that no more pixels are held than are needed. A progressive image is held whole by the decoder, and may be smaller
 * only. At most two at a time. Thread-safe.
 */
final class SmallJpeg {
    /** Bytes of a file that is worth it. */
    static final int MOST_BYTES = 25 * 1024 * 1024;

    private static final long MOST_PIXELS = 120_000_000;
    private static final long MOST_PROGRESSIVE_PIXELS = 25_000_000;
    private static final int LONGEST_SIDE = 320;
    private static final Semaphore TURNS = new Semaphore(2, true);

    private SmallJpeg() {}

    /** Whether the header promises something that can be decoded with what memory there is. */
    static boolean isFeasible(JpegHead head) {
        return head.frame()
                .filter(frame -> frame.pixels() > 0
                        && frame.pixels() <= (frame.progressive() ? MOST_PROGRESSIVE_PIXELS : MOST_PIXELS))
                .isPresent();
    }

    /** Empty when it can't be decoded. */
    static Optional<byte[]> of(byte[] jpeg) {
        if (!isFeasible(JpegHead.of(jpeg))) {
            return Optional.empty();
        }
        TURNS.acquireUninterruptibly();
        try {
            return Optional.of(small(jpeg));
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        } finally {
            TURNS.release();
        }
    }

    private static byte[] small(byte[] jpeg) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        // from memory: the platform's own streams would use a file
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
            reader.setInput(input, true, true);
            int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * LONGEST_SIDE));
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            return written(scaled(reader.read(0, every)));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage image) {
        double factor = Math.min(1, (double) LONGEST_SIDE / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static byte[] written(BufferedImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "jpeg", bytes)) {
            throw new IOException("no writer");
        }
        return bytes.toByteArray();
    }
}
