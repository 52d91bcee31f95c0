package io.skyferry.access.rest;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.rest.StrictRecords;
import java.util.Optional;

/**
 * @param everywhere whether all of the caller's browser sessions and terminals end; absent: this one
 * @param revoke whether the Tapis token that the request carries is revoked
 * @param renewalToken of the terminal that logs out, if one does
 */
public record SignOut(boolean everywhere, boolean revoke, Optional<Secret> renewalToken) {
    /** As it comes in. */
    public record Body(boolean everywhere, boolean revoke, String renewalToken) {
        @Override
        public String toString() {
            return "Body[***]";
        }
    }

    /** A body is not needed, nor its type: a plain POST has to be enough to get out. */
    static SignOut of(String body) {
        Body asked = body == null || body.isBlank() ? null : StrictRecords.read(Body.class, body);
        return asked == null
                ? new SignOut(false, false, Optional.empty())
                : new SignOut(
                        asked.everywhere(),
                        asked.revoke(),
                        Optional.ofNullable(asked.renewalToken()).map(Secret::new));
    }
}
