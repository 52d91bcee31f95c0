package io.skyferry.access.rest;

import io.skyferry.access.client.ClientEntry;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.tapis.TapisSession;
import io.skyferry.tapis.TapisSessions;
import io.skyferry.tapis.oauth.TapisClients;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Registers this installation at a tenant. */
@ApplicationScoped
public class ClientRegistration {

    /**
     * @param clientId absent: the tenant makes one
     * @param name at most 50 characters
     * @param description at most 70 characters
     */
    public record Body(String clientId, String name, String description) {}

    @Inject
    private TapisSessions sessions;

    @Inject
    private TapisClients tapis;

    @Inject
    private PublicPaths paths;

    /** @throws Failure NO_TAPIS_TOKEN; TOKEN_EXPIRED; those of {@link TapisClients} */
    ClientEntry register(Caller administrator, Body body) {
        String name = new NamedText("name", body.name()).required(50);
        String description =
                body.description() == null ? "Skyferry" : new NamedText("description", body.description()).required(70);
        TapisSession session = sessions.forCaller(administrator);
        TapisClients.Registered registered = tapis.register(
                session.baseUrl(),
                new Secret(session.token()),
                new TapisClients.Wish(body.clientId(), paths.callback(), name, description));
        return new ClientEntry(
                registered.clientId(),
                name,
                description,
                administrator.owner().tenant(),
                session.baseUrl(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(java.net.URI.create(paths.callback())),
                true,
                registered.key());
    }
}
