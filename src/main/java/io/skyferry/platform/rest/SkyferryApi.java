package io.skyferry.platform.rest;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** All resources live below {@code /api}. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Skyferry",
                        version = "1",
                        description = "Ferries drone flights from Tapis storage into WebODM.",
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        security = {
            @SecurityRequirement(name = "tapis"),
            @SecurityRequirement(name = "tapisHeader"),
            @SecurityRequirement(name = "session"),
            @SecurityRequirement(name = "local")
        })
@SecurityScheme(
        securitySchemeName = "tapis",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "An access token of Tapis.")
@SecurityScheme(
        securitySchemeName = "tapisHeader",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "X-Tapis-Token",
        description = "The same token, as Tapis' own services take it.")
@SecurityScheme(
        securitySchemeName = "session",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.COOKIE,
        apiKeyName = "skyferry_session",
        description = "The browser's session. What changes something must come from Skyferry's own pages.")
@SecurityScheme(
        securitySchemeName = "local",
        type = SecuritySchemeType.APIKEY,
        in = SecuritySchemeIn.HEADER,
        apiKeyName = "Authorization",
        description = "'Skyferry-Local' and a token made with the server's key, on the server's own machine only.")
public class SkyferryApi extends Application {}
