package io.skyferry.notice.hook;

import io.skyferry.platform.config.Secret;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Where to post, by which secret.
 *
 * @param resolver finds the address to connect to, or refuses
 */
record HookTarget(URI url, Secret secret, Resolver resolver) {

    interface Resolver {
        InetAddress resolve(URI url) throws UnknownHostException;
    }

    int port() {
        if (url.getPort() != -1) {
            return url.getPort();
        }
        return isSecure() ? 443 : 80;
    }

    boolean isSecure() {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Path and query as they go into a request's first line. */
    String path() {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
