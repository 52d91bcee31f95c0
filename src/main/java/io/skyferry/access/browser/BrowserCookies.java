package io.skyferry.access.browser;

import io.skyferry.platform.config.Secret;
import java.net.URI;
import java.util.Locale;

/**
 * The two cookies: one for ten minutes while a sign-in is on its way, one for the session. Both out of reach of scripts
 * and not sent along with other sites' requests, other than when somebody follows a link; over TLS only where the
 * public address has it.
 */
public final class BrowserCookies {
    private static final String SIGN_IN = "skyferry_sign_in";
    private static final String SESSION = "skyferry_session";

    private final URI publicUrl;
    private final boolean tls;

    public BrowserCookies(URI publicUrl) {
        this.publicUrl = publicUrl;
        this.tls = "https".equalsIgnoreCase(publicUrl.getScheme());
    }

    /** With TLS the name has the prefix by which browsers refuse such a cookie from other hosts of the domain. */
    public String sessionName() {
        return tls ? "__Host-" + SESSION : SESSION;
    }

    public String signInName() {
        return tls ? "__Secure-" + SIGN_IN : SIGN_IN;
    }

    /** The value of a {@code Set-Cookie} header. */
    public String session(Secret id) {
        return cookie(sessionName(), id.reveal(), "/", BrowserSessions.LONGEST.toSeconds());
    }

    public String noSession() {
        return cookie(sessionName(), "", "/", 0);
    }

    public String signIn(Secret value) {
        return cookie(signInName(), value.reveal(), signInPath(), SignInFlow.LIFE.toSeconds());
    }

    public String noSignIn() {
        return cookie(signInName(), "", signInPath(), 0);
    }

    /** Scheme, host and port as browsers name our site in {@code Origin}. */
    public String origin() {
        String scheme = publicUrl.getScheme().toLowerCase(Locale.ROOT);
        int port = publicUrl.getPort();
        boolean usual = port < 0 || port == (tls ? 443 : 80);
        return scheme + "://" + publicUrl.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port);
    }

    private String signInPath() {
        return publicUrl.getPath() + SignInFlow.BASE_PATH;
    }

    private String cookie(String name, String value, String path, long seconds) {
        return name + "=" + value + "; Path=" + path + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (tls ? "; Secure" : "");
    }
}
