package io.skyferry.access.vault;

import io.skyferry.access.client.OAuthClients;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.people.SignedInOwners;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;

/** Who has a stored token of an active client that can still be used. Opens no token. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class TokenOwners implements SignedInOwners {
    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private OAuthClients clients;

    @Inject
    private Clock clock;

    protected TokenOwners() {}

    TokenOwners(EntityManager ledger, OAuthClients clients, Clock clock) {
        this.ledger = ledger;
        this.clients = clients;
        this.clock = clock;
    }

    @Override
    public List<Owner> list() {
        return ledger.createQuery(
                        "select t.key from TokenRow t where t.accessExpiry > ?1 or t.refreshExpiry > ?1",
                        TokenKey.class)
                .setParameter(1, clock.instant())
                .getResultStream()
                .filter(key -> clients.find(key.clientId()).isPresent())
                .map(TokenKey::owner)
                .distinct()
                .sorted()
                .map(Owner::parse)
                .toList();
    }
}
