package gongkai.platform.casework;

import gongkai.platform.web.Form;
import java.util.List;

/** The cases that have to do with one. */
public record LinksContent(String number, List<LinkLine> links, List<AlikeLine> alike, boolean mayHandle, Form form) {
    public String path() {
        return Cases.path(number);
    }
}
