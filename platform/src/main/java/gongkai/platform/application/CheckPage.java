package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import java.util.List;

/**
 * All that was filled in, before it is sent.
 *
 * @param form what is wrong with the whole, if it was refused
 * @param warnings what is worth a second look
 * @param draft the number of the draft that will be sent
 */
public record CheckPage(
        Organ organ,
        DisclosureOffice office,
        Form form,
        List<Group> groups,
        List<StoredFile> papers,
        List<StoredFile> attachments,
        List<String> warnings,
        String draft) {
    /** What was filled in in one step. */
    public record Group(ApplicationStep step, List<Fact> facts) {}

    /** A field and what stands in it. */
    public record Fact(String name, String value) {}
}
