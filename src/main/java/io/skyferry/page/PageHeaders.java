package io.skyferry.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** What browsers are told about everything outside the API. Immutable. */
final class PageHeaders {
    private final String policy;

    /** @param mapTiles the address of map tiles, whose host is the only other one that may be asked for images */
    PageHeaders(Optional<String> mapTiles) {
        this.policy = policy(mapTiles);
    }

    static String policy(Optional<String> mapTiles) {
        String images = mapTiles.map(PageHeaders::origin)
                .map(host -> "'self' data: blob: " + host)
                .orElse("'self' data: blob:");
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src " + images
                + "; connect-src 'self'; font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
    }

    private static String origin(String tiles) {
        return tiles.substring(0, tiles.indexOf('/', tiles.indexOf("//") + 2));
    }

    void addTo(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    }
}
