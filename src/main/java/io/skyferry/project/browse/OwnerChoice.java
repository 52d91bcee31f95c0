package io.skyferry.project.browse;

import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.identity.Caller;
import io.skyferry.platform.identity.Owner;
import io.skyferry.platform.rest.Fields;
import io.skyferry.platform.rest.Query;
import java.util.Optional;

/** Whose things a list shows: the caller's, unless an operator asks for others'. */
final class OwnerChoice {
    private static final String EVERYBODY = "*";

    private OwnerChoice() {}

    /** @throws Failure FORBIDDEN when the caller asks for somebody else's and is no operator */
    static Owner one(Caller caller, String asked) {
        return Query.text("owner", asked)
                .map(OwnerChoice::parsed)
                .map(owner -> allowed(caller, owner))
                .orElse(caller.owner());
    }

    /**
     * @return empty for everybody's
     * @throws Failure FORBIDDEN when the caller asks for others' and is no operator
     */
    static Optional<Owner> oneOrAll(Caller caller, String asked) {
        if (!EVERYBODY.equals(asked)) {
            return Optional.of(one(caller, asked));
        }
        if (!caller.isOperator()) {
            throw forbidden();
        }
        return Optional.empty();
    }

    private static Owner parsed(String asked) {
        try {
            return Owner.parse(asked);
        } catch (IllegalArgumentException e) {
            throw Fields.invalid("owner", "must be name@tenant");
        }
    }

    private static Owner allowed(Caller caller, Owner owner) {
        if (!owner.equals(caller.owner()) && !caller.isOperator()) {
            throw forbidden();
        }
        return owner;
    }

    private static Failure forbidden() {
        return new Failure(ErrorCode.FORBIDDEN, "To see what is somebody else's needs the role operator.");
    }
}
