package io.skyferry.transfer;

import io.skyferry.tapis.TapisSession;
import io.skyferry.transfer.download.TapisToken;
import io.skyferry.transfer.upload.WebOdmToken;
import io.skyferry.webodm.WebOdmUser;

/** Hands the gateways' tokens to the code that moves bytes, which knows neither. */
public final class SyncTokens {
    private SyncTokens() {}

    public static TapisToken of(TapisSession session) {
        return new TapisToken() {
            @Override
            public String current() {
                return session.token();
            }

            @Override
            public String replacing(String rejected) {
                return session.tokenInsteadOf(rejected);
            }
        };
    }

    public static WebOdmToken of(WebOdmUser user) {
        return new WebOdmToken() {
            @Override
            public String current() {
                return user.jwt();
            }

            @Override
            public String replacing(String rejected) {
                return user.jwtInsteadOf(rejected);
            }
        };
    }
}
