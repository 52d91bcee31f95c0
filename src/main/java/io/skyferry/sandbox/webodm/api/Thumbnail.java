package io.skyferry.sandbox.webodm.api;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Small pictures of uploaded images. */
final class Thumbnail {
    private Thumbnail() {}

    /** A JPEG whose longer side is at most {@code size}; empty when the file is no image. */
    static Optional<byte[]> jpeg(Path file, int size) throws IOException {
        Optional<BufferedImage> image = scaled(file, size);
        if (image.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image.get(), "jpeg", out);
        return Optional.of(out.toByteArray());
    }

    static Optional<BufferedImage> scaled(Path file, int size) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return Optional.of(scale(readCoarsely(reader, size), size));
            } catch (IOException | RuntimeException notAnImage) {
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }

    /** Leaves out whole rows and columns while decoding: a picture of 20 megapixels is not held in memory. */
    private static BufferedImage readCoarsely(ImageReader reader, int size) throws IOException {
        int longer = Math.max(reader.getWidth(0), reader.getHeight(0));
        int step = Math.max(1, longer / (2 * size));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage scale(BufferedImage image, int size) {
        double factor = Math.min(1, (double) size / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * factor));
        int height = Math.max(1, (int) Math.round(image.getHeight() * factor));
        BufferedImage target = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = target.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return target;
    }
}
