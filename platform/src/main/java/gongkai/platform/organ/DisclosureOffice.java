package gongkai.platform.organ;

import java.util.EnumSet;
import java.util.Set;

/**
 * The office that does an organ's disclosure work (政府信息公开工作机构), with all that the guide must say of it (条例第四条、第十二条). What is not known is
 * empty.
 *
 * @param hours when it is open, as the guide says it
 * @param url where it is found on the internet (互联网联系方式)
 * @param channels how it takes requests, those that are always open included
 */
public record DisclosureOffice(
        String name,
        String address,
        String hours,
        String phone,
        String fax,
        String email,
        String url,
        String postcode,
        Set<ReceivingChannel> channels) {

    public DisclosureOffice {
        var open = EnumSet.noneOf(ReceivingChannel.class);
        open.addAll(channels);
        for (var channel : ReceivingChannel.values()) {
            if (channel.always()) {
                open.add(channel);
            }
        }
        channels = Set.copyOf(open);
    }

    /** Whether requests that come that way are taken. */
    public boolean takes(ReceivingChannel channel) {
        return channels.contains(channel);
    }
}
