package gongkai.platform.register;

import gongkai.platform.organ.DisclosureOffice;

/** How the pages write what is known of organs. */
public final class OrganFormat {
    private OrganFormat() {}

    /** The channels in words. */
    public static String channels(DisclosureOffice office) {
        return OrganColumns.channels(office);
    }
}
