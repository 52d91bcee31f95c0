package io.skyferry.notice.hook;

import io.skyferry.platform.failure.Failure;
import io.skyferry.platform.rest.Fields;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/** What users may give as the address of a web hook. Thread-safe. */
public final class WebhookAddress {
    /** As it is kept; non-ASCII letters take more room there. */
    static final int LONGEST = 1500;

    private static final int HTTPS = 443;
    private static final int FIRST_FREE_PORT = 1024;

    private final boolean loopback;

    /** @param loopback whether {@code http} to this machine is fine; for tests */
    public WebhookAddress(boolean loopback) {
        this.loopback = loopback;
    }

    /** @throws Failure INVALID_REQUEST that says what is wrong */
    public URI parse(String field, String text) {
        Fields.text(field, text, LONGEST / 3);
        URI url;
        try {
            // what is sent in a request's first line must be ASCII
            url = URI.create(URI.create(text).toASCIIString());
        } catch (IllegalArgumentException e) {
            throw Fields.invalid(field, "is not an address");
        }
        if (url.getHost() == null || url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw Fields.invalid(field, "must be an https address without user and fragment");
        }
        if (loopback && isPlain(url)) {
            return url;
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            throw Fields.invalid(field, "must be an https address");
        }
        if (url.getPort() != -1 && url.getPort() != HTTPS && url.getPort() < FIRST_FREE_PORT) {
            throw Fields.invalid(field, "must have port 443, or one from 1024 on");
        }
        return url;
    }

    private static boolean isPlain(URI url) {
        return "http".equalsIgnoreCase(url.getScheme());
    }

    /**
     * Looks the name up; only what comes back may be connected to.
     *
     * @throws UnknownHostException when it has no address, or one that is not public
     */
    InetAddress resolve(URI url) throws UnknownHostException {
        String host = url.getHost().replaceAll("^\\[|]$", "");
        InetAddress[] all = InetAddress.getAllByName(host);
        boolean fine = loopback && isPlain(url)
                ? Arrays.stream(all).allMatch(InetAddress::isLoopbackAddress)
                : Arrays.stream(all).allMatch(PublicAddress::is);
        if (!fine) {
            throw new UnknownHostException("not a public address");
        }
        return all[0];
    }
}
