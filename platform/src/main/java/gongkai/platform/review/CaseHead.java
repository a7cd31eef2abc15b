package gongkai.platform.review;

import gongkai.platform.request.DisclosureRequest;
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
    private static final int LONGEST_TITLE = 40;

    /** The case itself. */
    public String link() {
        return "/office/requests/" + number;
    }

    /** The first line of what is asked for, cut where it is long. */
    static String title(DisclosureRequest request) {
        return title(request.description());
    }

    static String title(String description) {
        var line = description
                .lines()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("（没有写明内容）")
                .strip();
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST_TITLE ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
    }
}
