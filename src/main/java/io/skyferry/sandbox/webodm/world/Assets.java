package io.skyferry.sandbox.webodm.world;

import java.util.List;

/** What a finished task offers. The real server offers more; the sandbox lists only what it can really deliver. */
public final class Assets {
    public static final List<String> NAMES =
            List.of("all.zip", "orthophoto.tif", "orthophoto.png", "cameras.json", "shots.geojson");

    private Assets() {}
}
