package io.skyferry.functional.kit;

import com.sun.net.httpserver.HttpServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.imageio.ImageIO;

/** A server of map tiles, all of one colour; it ends with the test's process. */
public final class MapTiles {
    /** Hostile, as a setting may be. */
    public static final String ATTRIBUTION = "© Tiles & <b>Maps</b>";

    private static final int EDGE = 256;

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private MapTiles(HttpServer server) {
        this.server = server;
    }

    static MapTiles start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            MapTiles tiles = new MapTiles(server);
            byte[] picture = picture();
            server.createContext("/", exchange -> {
                tiles.asked.add(exchange.getRequestURI().getPath());
                exchange.getResponseHeaders().set("Content-Type", "image/png");
                exchange.sendResponseHeaders(200, picture.length);
                exchange.getResponseBody().write(picture);
                exchange.close();
            });
            server.start();
            return tiles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(EDGE, EDGE, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xDD, 0xE8, 0xD8));
        pen.fillRect(0, 0, EDGE, EDGE);
        pen.setColor(new Color(0xC4, 0xD4, 0xBE));
        pen.drawRect(0, 0, EDGE - 1, EDGE - 1);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/{z}/{x}/{y}.png";
    }

    /** The paths that were asked for. */
    public List<String> asked() {
        return List.copyOf(asked);
    }
}
