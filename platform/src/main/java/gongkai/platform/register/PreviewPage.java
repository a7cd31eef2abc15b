package gongkai.platform.register;

import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.util.List;

/**
 * What a change would do, before it is done.
 *
 * @param action where it is confirmed
 * @param typed what was typed, sent again on confirmation
 */
public record PreviewPage(String title, String action, Form typed, List<Line> lines, String warning) {
    /** Something that would happen to an organ. */
    public record Line(String organ, String kind, LocalDate day, String what) {}
}
