package io.skyferry.access.rest;

import io.skyferry.platform.config.Secret;
import io.skyferry.platform.config.WebOdmAuth;
import io.skyferry.platform.rest.Fields;
import io.skyferry.webodm.LinkedAccounts.LinkedAccount;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account to link, a way to act, or both. */
public record WebOdmAccountBody(
        @Schema(description = "Of the account to link, together with its password.")
        String username,

        String password,

        @Schema(description = "One of 'available'; linking an account chooses 'linked' where that is offered.")
        String acting) {

    /** @throws io.skyferry.platform.failure.Failure INVALID_REQUEST, which names the field */
    Optional<LinkedAccount> account() {
        if (username == null && password == null && acting != null) {
            return Optional.empty();
        }
        return Optional.of(new LinkedAccount(
                new NamedText("username", username).required(200),
                new Secret(new NamedText("password", password).required(500))));
    }

    /** @throws io.skyferry.platform.failure.Failure INVALID_REQUEST for a way that is not offered */
    Optional<WebOdmAuth> way(List<WebOdmAuth> offered) {
        if (acting == null) {
            return Optional.of(WebOdmAuth.LINKED).filter(offered::contains);
        }
        return Optional.of(WebOdmAuth.find(acting)
                .filter(offered::contains)
                .orElseThrow(() -> Fields.invalid(
                        "acting",
                        "must be one of "
                                + String.join(
                                        ", ",
                                        offered.stream().map(WebOdmAuth::word).toList()))));
    }

    @Override
    public String toString() {
        return "WebOdmAccountBody[" + acting + "]";
    }
}
