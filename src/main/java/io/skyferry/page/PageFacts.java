package io.skyferry.page;

import io.skyferry.access.client.OAuthClient;
import io.skyferry.platform.config.Settings;
import java.util.List;

/**
 * What the page has to know before anybody has signed in.
 *
 * @param clients with which one may sign in, the preferred one first
 * @param map where map tiles come from; null: nowhere
 */
public record PageFacts(boolean success, List<SignInClient> clients, MapTiles map) {

    /** An active OAuth2 client, as far as everybody may know it. */
    public record SignInClient(String clientId, String name, String tenantId) {}

    /** @param tiles address with {@code {z}}, {@code {x}} and {@code {y}} */
    public record MapTiles(String tiles, String attribution) {}

    static PageFacts of(List<OAuthClient> clients, Settings.Page page) {
        return new PageFacts(
                true,
                clients.stream()
                        .map(client -> new SignInClient(client.clientId(), client.name(), client.tenantId()))
                        .toList(),
                page.mapTiles()
                        .map(tiles -> new MapTiles(tiles, page.mapAttribution()))
                        .orElse(null));
    }
}
