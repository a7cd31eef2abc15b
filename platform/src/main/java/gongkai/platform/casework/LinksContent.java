package gongkai.platform.casework;

import gongkai.platform.web.Form;
import java.util.List;

/**
 * The cases that have to do with one.
 *
 * @param kin the one it came out of, and those that came out of it
 */
public record LinksContent(
        String number, List<LinkLine> kin, List<LinkLine> links, List<AlikeLine> alike, boolean mayHandle, Form form) {
    public String path() {
        return Cases.path(number);
    }
}
