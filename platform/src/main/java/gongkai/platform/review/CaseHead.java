package gongkai.platform.review;

import gongkai.platform.web.Due;
import org.jspecify.annotations.Nullable;

/** What every page about a case says of it at its top. Personal data is not among it. */
public record CaseHead(
        String number,
        String title,
        String description,
        String state,
        String organ,
        @Nullable Due due,
        int steps) {
    /** The case itself. */
    public String link() {
        return "/office/requests/" + number;
    }
}
