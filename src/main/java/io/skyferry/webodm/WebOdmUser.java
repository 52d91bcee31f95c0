package io.skyferry.webodm;

import io.skyferry.platform.failure.Failure;
import java.util.Optional;

/** Somebody in WebODM as whom we may act. Thread-safe. */
public interface WebOdmUser {

    /** His name in WebODM. */
    String username();

    /** A token that is valid now. */
    String jwt();

    /** A token other than the one that WebODM has just rejected. */
    String jwtInsteadOf(String rejected);

    /** What it means that WebODM refuses even a fresh token of his. */
    default Failure refusal(Failure failure) {
        return new Failure(failure.code(), "As '" + username() + "': " + failure.detail(), failure);
    }

    /** With whom what he makes has to be shared; only a service account has somebody. */
    Optional<String> sharesWith();
}
