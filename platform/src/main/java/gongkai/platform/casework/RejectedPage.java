package gongkai.platform.casework;

import gongkai.platform.web.Part;

/** A form of a panel that was not accepted, on a page of its own. */
public record RejectedPage(String number, String title, Part part) {
    public String path() {
        return Cases.path(number);
    }
}
