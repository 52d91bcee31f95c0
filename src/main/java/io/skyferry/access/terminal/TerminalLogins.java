package io.skyferry.access.terminal;

import io.skyferry.access.browser.OneTimeText;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.platform.config.Secret;
import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Opens, finds and ends logins of terminals. Every method is a transaction of its own; thread-safe. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class TerminalLogins {
    static final Duration LIFE = Duration.ofDays(30);

    private final SecureRandom random = new SecureRandom();

    @PersistenceContext(unitName = "ledger")
    private EntityManager ledger;

    @Inject
    private Clock clock;

    protected TerminalLogins() {}

    TerminalLogins(EntityManager ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @return what the terminal has to keep */
    public Secret open(TokenKey key) {
        Secret id = OneTimeText.make(random);
        ledger.persist(new LoginRow(
                OneTimeText.hash(id), key, clock.instant(), clock.instant().plus(LIFE)));
        return id;
    }

    /** Whose token the terminal may have; its login lasts anew from now. Empty for one that is over or never was. */
    public Optional<TokenKey> use(Secret id) {
        Optional<LoginRow> alive = row(id).filter(row -> row.isAliveAt(clock.instant()));
        alive.ifPresent(row -> row.lastsUntil(clock.instant().plus(LIFE)));
        return alive.map(LoginRow::key);
    }

    public void close(Secret id) {
        row(id).ifPresent(ledger::remove);
    }

    /** @return how many the owner had */
    public int closeAll(Owner owner) {
        return ledger.createQuery("delete from LoginRow l where l.key.owner = ?1")
                .setParameter(1, owner.toString())
                .executeUpdate();
    }

    /** @return how many were over */
    public int purge() {
        return ledger.createQuery("delete from LoginRow l where l.expiresAt < ?1")
                .setParameter(1, clock.instant())
                .executeUpdate();
    }

    private Optional<LoginRow> row(Secret id) {
        return Optional.of(id)
                .filter(text -> OneTimeText.isWellFormed(text.reveal()))
                .map(text -> ledger.find(LoginRow.class, OneTimeText.hash(text)));
    }
}
