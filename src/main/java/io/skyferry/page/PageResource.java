package io.skyferry.page;

import io.skyferry.access.client.OAuthClients;
import io.skyferry.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Public: it names no more than the sign-in's own redirect shows. */
@Path("/skyferry/page")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "sign-in")
@SecurityRequirements
public class PageResource {
    @Inject
    private OAuthClients clients;

    @Inject
    private Settings settings;

    @GET
    @Operation(operationId = "getPageFacts", summary = "With what one may sign in, and where map tiles come from.")
    public PageFacts get() {
        return PageFacts.of(clients.list(), settings.page());
    }
}
