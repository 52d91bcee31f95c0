package io.skyferry.access.audit;

import io.skyferry.platform.identity.Owner;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** What the present request's audit event can't know by itself. */
@RequestScoped
public class AuditNote {
    private Owner who;
    private boolean unimportant;

    /** Who came out of a sign-in: the request itself was still nobody's. */
    public void by(Owner owner) {
        who = owner;
    }

    /** Nothing changed after all. */
    public void nothingChanged() {
        unimportant = true;
    }

    Optional<Owner> who() {
        return Optional.ofNullable(who);
    }

    boolean isUnimportant() {
        return unimportant;
    }
}
