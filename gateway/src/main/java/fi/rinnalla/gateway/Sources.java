package fi.rinnalla.gateway;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whom a measure counts as one source: an IPv4 address, and of IPv6 the network (the first 64 bits), as one machine may
 * call itself by each address of its network.
 */
final class Sources {

    private static final int NETWORK_BYTES = 8;

    private Sources() {}

    static String of(String address) {
        try {
            return of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException noAddress) {
            return "unknown"; // what a proxy may have written
        }
    }

    static String of(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }

    static boolean same(InetAddress one, @Nullable InetAddress other) {
        return one instanceof Inet6Address && other instanceof Inet6Address
                ? Arrays.equals(one.getAddress(), 0, NETWORK_BYTES, other.getAddress(), 0, NETWORK_BYTES)
                : one.equals(other);
    }
}
