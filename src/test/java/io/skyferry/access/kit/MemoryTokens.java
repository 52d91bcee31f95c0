package io.skyferry.access.kit;

import io.skyferry.access.vault.StoredToken;
import io.skyferry.access.vault.TokenKey;
import io.skyferry.access.vault.TokenStanding;
import io.skyferry.access.vault.TokenStore;
import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.IssuedTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A token store without a database. */
public final class MemoryTokens implements TokenStore {
    private final Map<TokenKey, StoredToken> rows = new HashMap<>();
    private final Map<TokenKey, Long> signIns = new HashMap<>();
    private long version;

    @Override
    public synchronized Optional<StoredToken> find(TokenKey key) {
        return Optional.ofNullable(rows.get(key));
    }

    @Override
    public synchronized List<TokenStanding> list(Owner owner) {
        List<TokenStanding> standings = new ArrayList<>();
        rows.values().stream()
                .filter(row -> row.key().owner().equals(owner.toString()))
                .forEach(row -> standings.add(new TokenStanding(
                        row.key(),
                        row.tenant(),
                        row.tokens().accessExpiry(),
                        row.tokens().refreshExpiry(),
                        Instant.ofEpochSecond(row.version()),
                        Instant.ofEpochSecond(signIns.getOrDefault(row.key(), 0L)))));
        return standings;
    }

    @Override
    public synchronized StoredToken put(TokenKey key, String tenant, IssuedTokens tokens) {
        StoredToken row = row(key, tenant, tokens);
        signedIn(key);
        return row;
    }

    private StoredToken row(TokenKey key, String tenant, IssuedTokens tokens) {
        StoredToken row = new StoredToken(key, tenant, tokens, ++version);
        rows.put(key, row);
        return row;
    }

    @Override
    public synchronized void signedIn(TokenKey key) {
        signIns.put(key, version);
    }

    @Override
    public synchronized Optional<StoredToken> replace(StoredToken seen, IssuedTokens tokens) {
        StoredToken present = rows.get(seen.key());
        return present != null && present.version() == seen.version()
                ? Optional.of(row(seen.key(), seen.tenant(), tokens))
                : Optional.empty();
    }

    @Override
    public synchronized boolean delete(TokenKey key) {
        return rows.remove(key) != null;
    }
}
