package io.skyferry.platform.rest;

import io.skyferry.platform.config.LinkLocal;
import io.skyferry.platform.failure.ErrorCode;
import io.skyferry.platform.failure.Failure;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Keeps requests away from link-local addresses, whatever the name in the settings leads to by now: looks right before
 * each request. Java remembers a name's addresses for 30 seconds, so the connection goes to the ones that were seen
 * here.
 */
public final class AddressGuard implements ClientRequestFilter {

    /** Where a name leads. */
    @FunctionalInterface
    public interface Lookup {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Lookup lookup;
    private final ErrorCode refusal;

    /** @param refusal the code of the failure */
    public AddressGuard(ErrorCode refusal) {
        this(refusal, InetAddress::getAllByName);
    }

    AddressGuard(ErrorCode refusal, Lookup lookup) {
        this.refusal = refusal;
        this.lookup = lookup;
    }

    @Override
    public void filter(ClientRequestContext request) {
        check(request.getUri());
    }

    /** @throws Failure when the address leads to a link-local one; a name that leads nowhere passes */
    public void check(URI address) {
        try {
            if (Arrays.stream(lookup.addresses(address.getHost())).anyMatch(LinkLocal::contains)) {
                throw new Failure(refusal, "The name " + address.getHost() + " leads to a link-local address.");
            }
        } catch (UnknownHostException e) {
            // the request itself will say so
        }
    }
}
