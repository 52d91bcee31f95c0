package io.skyferry.access.rest;

import io.skyferry.access.client.ClientAdministration;
import io.skyferry.access.client.ClientEntry;
import io.skyferry.access.client.TenantAddress;
import io.skyferry.platform.config.Settings;
import io.skyferry.platform.identity.CurrentCaller;
import io.skyferry.platform.rest.BodyLimit;
import io.skyferry.platform.rest.Fields;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The OAuth2 clients, for administrators. Changes count at once on this server, within seconds on all others. */
@Path("/skyferry/oauth-clients")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "oauth-clients")
public class OAuthClientsResource {

    public record ClientList(boolean success, List<ClientView> clients, int count) {}

    public record OneClient(boolean success, ClientView client) {}

    @Inject
    private CurrentCaller caller;

    @Inject
    private ClientAdministration clients;

    @Inject
    private ClientRegistration registration;

    @Inject
    private Settings settings;

    @GET
    @Operation(summary = "All clients, the preferred one first, without their keys.")
    public ClientList list() {
        caller.getAdministrator();
        List<ClientView> views = Stream.concat(
                        clients.listConfigured().stream().map(ClientView::of),
                        clients.list().stream().map(ClientView::of))
                .toList();
        return new ClientList(true, views, views.size());
    }

    @GET
    @Path("/{client_id}")
    @Operation(summary = "One client, without its key.")
    public OneClient get(@PathParam("client_id") String clientId) {
        caller.getAdministrator();
        return new OneClient(
                true,
                clients.findConfigured(clientId)
                        .map(ClientView::of)
                        .orElseGet(() -> ClientView.of(clients.get(clientId))));
    }

    @POST
    @BodyLimit
    @Operation(summary = "Adds a client that was registered at its tenant.")
    @APIResponseSchema(value = OneClient.class, responseCode = "201", responseDescription = "It was added.")
    public Response create(ClientBody body) {
        caller.getAdministrator();
        return added(Fields.body(body).created(addresses()));
    }

    @POST
    @Path("/register")
    @BodyLimit
    @Operation(summary = "Registers a client at the administrator's own tenant, with his token, and adds it.")
    @APIResponseSchema(value = OneClient.class, responseCode = "201", responseDescription = "It was added.")
    public Response register(ClientRegistration.Body body) {
        return added(registration.register(caller.getAdministrator(), Fields.body(body)));
    }

    private Response added(ClientEntry client) {
        clients.create(client);
        return Response.status(Response.Status.CREATED)
                .entity(new OneClient(true, ClientView.of(client)))
                .build();
    }

    @PUT
    @Path("/{client_id}")
    @BodyLimit
    @Operation(summary = "Changes what the body names.")
    public OneClient change(@PathParam("client_id") String clientId, ClientBody body) {
        caller.getAdministrator();
        ClientEntry changed = Fields.body(body).changed(clients.getChangeable(clientId), addresses());
        clients.change(changed);
        return new OneClient(true, ClientView.of(changed));
    }

    @DELETE
    @Path("/{client_id}")
    @Operation(summary = "Makes a client inactive.")
    public OneClient deactivate(@PathParam("client_id") String clientId) {
        caller.getAdministrator();
        return new OneClient(true, ClientView.of(clients.deactivate(clientId)));
    }

    private TenantAddress addresses() {
        return TenantAddress.besides(settings.tapis().baseUrl());
    }
}
