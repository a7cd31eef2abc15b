package gongkai.platform.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network a visitor comes from: what limits by address count. */
public final class ClientNetwork {
    /** The part of an address of IPv6 that one connection is given; the other half its owner chooses anew as often as they like. */
    private static final int PREFIX_BYTES = 8;

    private ClientNetwork() {}

    /** The address itself, of IPv6 its /64. What is no address stays as it is. */
    public static String of(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            // With a colon in it, this is never taken for a name to be looked up.
            if (InetAddress.getByName(address) instanceof Inet6Address six) {
                var bytes = six.getAddress();
                Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
                return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
            }
            return InetAddress.getByName(address).getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
