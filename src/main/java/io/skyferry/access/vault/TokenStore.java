package io.skyferry.access.vault;

import io.skyferry.platform.identity.Owner;
import io.skyferry.tapis.oauth.IssuedTokens;
import java.util.List;
import java.util.Optional;

/** Where tokens live. Every method is atomic; implementations are thread-safe. */
public interface TokenStore {

    Optional<StoredToken> find(TokenKey key);

    /** All tokens of an owner, the newest first. */
    List<TokenStanding> list(Owner owner);

    /** Stores the tokens of a sign-in, over whatever was there. */
    StoredToken put(TokenKey key, String tenant, IssuedTokens tokens);

    /** Stores renewed tokens, unless the row has changed or gone since {@code seen} was read. */
    Optional<StoredToken> replace(StoredToken seen, IssuedTokens tokens);

    /** Its owner renewed it himself: for work that waits for him this is as good as a sign-in. */
    void signedIn(TokenKey key);

    /** @return whether there was one */
    boolean delete(TokenKey key);
}
