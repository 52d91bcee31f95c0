package io.skyferry.access.vault;

import io.skyferry.access.client.ClientEntry;
import io.skyferry.access.client.ClientStore;
import io.skyferry.platform.failure.Failure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Administrators' clients in the ledger, their keys sealed. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class LedgerClients implements ClientStore {
    private static final Logger LOG = Logger.getLogger(LedgerClients.class.getName());

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Vault vault;

    @Inject
    private Clock clock;

    protected LedgerClients() {}

    LedgerClients(EntityManager ledger, Vault vault, Clock clock) {
        this.ledger = ledger;
        this.vault = vault;
        this.clock = clock;
    }

    /** A row that can't be opened is left out: it must not take the others with it. */
    @Override
    public List<ClientEntry> list() {
        return ledger.createQuery("from ClientRow c order by c.createdAt, c.clientId", ClientRow.class)
                .getResultStream()
                .flatMap(this::opened)
                .toList();
    }

    private Stream<ClientEntry> opened(ClientRow row) {
        try {
            return Stream.of(row.open(vault));
        } catch (Failure e) {
            LOG.severe(() -> "An OAuth2 client is left out: " + e.getMessage());
            return Stream.empty();
        }
    }

    @Override
    public Optional<ClientEntry> find(String clientId) {
        return Optional.ofNullable(ledger.find(ClientRow.class, clientId)).map(row -> row.open(vault));
    }

    @Override
    public boolean add(ClientEntry client) {
        if (ledger.find(ClientRow.class, client.clientId()) != null) {
            return false;
        }
        ClientRow row = new ClientRow(client.clientId(), clock.instant());
        row.fill(client, vault, clock.instant());
        ledger.persist(row);
        ledger.flush();
        return true;
    }

    @Override
    public void replace(ClientEntry client) {
        Optional.ofNullable(ledger.find(ClientRow.class, client.clientId(), LockModeType.PESSIMISTIC_WRITE))
                .ifPresent(row -> row.fill(client, vault, clock.instant()));
    }
}
