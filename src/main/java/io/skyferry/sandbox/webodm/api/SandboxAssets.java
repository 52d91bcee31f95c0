package io.skyferry.sandbox.webodm.api;

import io.skyferry.sandbox.webodm.world.Assets;
import io.skyferry.sandbox.webodm.world.StoredFile;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/**
 * Small real files in place of the results that only photogrammetry could make: the "orthophoto" is a contact sheet of
 * the first images, and a note in the archive says so. The same images always give the same bytes.
 */
final class SandboxAssets {
    private static final String NOTE =
            "These files were made by the WebODM sandbox of Skyferry. No photogrammetry was done:\n"
                    + "the orthophoto is a contact sheet of the first images, without georeference.\n";
    private static final int COLUMNS = 3;
    private static final int TILE = 128;

    private SandboxAssets() {}

    static String type(String asset) {
        return switch (asset.substring(asset.lastIndexOf('.') + 1)) {
            case "zip" -> "application/zip";
            case "tif" -> "image/tiff";
            case "png" -> "image/png";
            default -> "application/json";
        };
    }

    static byte[] bytes(String asset, List<StoredFile> files) throws IOException {
        return switch (asset) {
            case "all.zip" -> archive(files);
            case "orthophoto.tif" -> picture(files, "tiff");
            case "orthophoto.png" -> picture(files, "png");
            case "cameras.json" -> "{}".getBytes(StandardCharsets.UTF_8);
            default -> shots(files);
        };
    }

    private static byte[] archive(List<StoredFile> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "README.txt", NOTE.getBytes(StandardCharsets.UTF_8));
            for (String asset : Assets.NAMES) {
                if (!asset.equals("all.zip")) {
                    put(zip, asset, bytes(asset, files));
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] shots(List<StoredFile> files) {
        JsonArrayBuilder features = Json.createArrayBuilder();
        for (StoredFile file : files) {
            features.add(Json.createObjectBuilder()
                    .add("type", "Feature")
                    .addNull("geometry")
                    .add("properties", Json.createObjectBuilder().add("filename", file.name())));
        }
        return Json.createObjectBuilder()
                .add("type", "FeatureCollection")
                .add("features", features)
                .build()
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] picture(List<StoredFile> files, String format) throws IOException {
        BufferedImage sheet = new BufferedImage(COLUMNS * TILE, COLUMNS * TILE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < Math.min(files.size(), COLUMNS * COLUMNS); i++) {
            Optional<BufferedImage> tile = Thumbnail.scaled(files.get(i).path(), TILE);
            if (tile.isPresent()) {
                graphics.drawImage(tile.get(), i % COLUMNS * TILE, i / COLUMNS * TILE, null);
            }
        }
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(sheet, format, out);
        return out.toByteArray();
    }
}
