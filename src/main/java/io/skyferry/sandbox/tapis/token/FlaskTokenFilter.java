package io.skyferry.sandbox.tapis.token;

import io.skyferry.sandbox.http.Request;
import io.skyferry.sandbox.tapis.wire.FlaskEnvelope;

/** The token check of the Python services: whatever is wrong, the status is 400. */
public final class FlaskTokenFilter {
    private final TokenMint mint;

    public FlaskTokenFilter(TokenMint mint) {
        this.mint = mint;
    }

    /** The user of the request's token; every other case ends the request. */
    public String user(Request request) {
        String jwt = request.header("X-Tapis-Token")
                .orElseThrow(() -> FlaskEnvelope.error(400, "No Tapis access token found in the request."));
        return mint.verify(jwt, "access")
                .filter(claims -> mint.tenant().equals(claims.getString("tapis/tenant_id", "")))
                .map(claims -> claims.getString("tapis/username"))
                .orElseThrow(() -> FlaskEnvelope.error(400, "Invalid Tapis token."));
    }
}
