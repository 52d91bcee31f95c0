package io.skyferry.notice.hook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Tells addresses of the open internet from those of machines that trust who is near them: this machine, its network,
 * a cloud's metadata. After the IANA special-purpose registries; of IPv6 only global unicast (2000::/3) counts.
 */
final class PublicAddress {
    private record Block(long first, int bits) {
        static Block of(String network) {
            String[] parts = network.split("[./]");
            long first = 0;
            for (int i = 0; i < 4; i++) {
                first = first << 8 | Integer.parseInt(parts[i]);
            }
            return new Block(first, Integer.parseInt(parts[4]));
        }

        boolean holds(long address) {
            return (address ^ first) >>> (32 - bits) == 0;
        }
    }

    private static final List<Block> NOT_PUBLIC = List.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/3")
            .stream()
            .map(Block::of)
            .toList();

    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address instanceof Inet4Address) {
            return isPublic(number(address.getAddress(), 0));
        }
        return address instanceof Inet6Address && isPublic(address.getAddress());
    }

    private static boolean isPublic(long ipv4) {
        return NOT_PUBLIC.stream().noneMatch(block -> block.holds(ipv4));
    }

    private static boolean isPublic(byte[] ipv6) {
        long first = number(ipv6, 0);
        boolean global = first >>> 29 == 1;
        boolean special = first >>> 9 == 0x20010000L >>> 9; // 2001::/23, Teredo among them
        boolean documentation = first == 0x20010db8L || first >>> 12 == 0x3fff0000L >>> 12;
        boolean sixToFour = first >>> 16 == 0x2002; // carries an IPv4 address
        return global && !special && !documentation && !sixToFour;
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + 4; i++) {
            number = number << 8 | bytes[i] & 0xff;
        }
        return number;
    }
}
