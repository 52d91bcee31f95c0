package io.skyferry.platform.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/**
 * Trust in the authorities that Java comes with, or those of {@code javax.net.ssl.trustStore}. Inside Liberty the
 * process's own default may be another: that of the server's keystore, which trusts the server itself and nobody else.
 */
public final class PublicAuthorities {
    private PublicAuthorities() {}

    public static SSLSocketFactory sockets() {
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
            trust.init((KeyStore) null);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
