package io.skyferry.access.rest;

import io.skyferry.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Our own addresses as browsers see them. */
@ApplicationScoped
public class PublicPaths {
    @Inject
    private Settings settings;

    /** Where tenants send browsers back to. */
    String callback() {
        return settings.server().publicUrl() + "/api/oauth2/tapis/callback/";
    }

    /** Where a sign-in begins when nobody said with which client. */
    String signIn() {
        return settings.server().publicUrl() + "/api/oauth2/tapis/authorize/";
    }
}
