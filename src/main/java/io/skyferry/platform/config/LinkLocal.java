package io.skyferry.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Addresses where no Tapis and no WebODM ever is, but where clouds keep their machines' credentials. Loopback and
 * private addresses are not among them: the operator chooses the servers, and they may well be there.
 */
public final class LinkLocal {
    /** Not link-local by its number, but used like one. */
    private static final String METADATA_IPV6 = "fd00:ec2:0:0:0:0:0:254";

    private LinkLocal() {}

    public static boolean contains(InetAddress address) {
        return address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress()
                || address.getHostAddress().equals(METADATA_IPV6);
    }

    /** Looks up no name: only a host that is written in numbers can be one here. */
    static boolean isWritten(String host) {
        if (!host.matches("[0-9.]+|\\[.*]")) {
            return false;
        }
        try {
            return contains(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            // numbers that are no address lead nowhere
            return false;
        }
    }
}
