package gongkai.platform.review;

import gongkai.platform.web.Due;
import gongkai.platform.web.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Requests of an organ with which the same may be done today.
 *
 * @param more whether there are more than are shown
 * @param mayAct whether whoever looks may do it
 */
public record BulkPage(String organ, BulkAct act, List<Line> lines, boolean more, boolean mayAct, Form form) {
    public record Line(
            String number,
            String title,
            String state,
            @Nullable Due due) {}
}
