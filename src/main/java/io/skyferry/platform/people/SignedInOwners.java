package io.skyferry.platform.people;

import io.skyferry.platform.identity.Owner;
import java.util.List;

/** Those for whom the server can speak to Tapis without them. Thread-safe. */
public interface SignedInOwners {

    /** Everybody with a stored token that can be used now, as it is or after a renewal; by name, each once. */
    List<Owner> list();
}
