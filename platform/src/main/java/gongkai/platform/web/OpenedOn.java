package gongkai.platform.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On which day a page was opened, for forms whose work is dated on the day they are sent: what such a page told of days and terms holds for that day only.
 * The page says it in the field {@value #FIELD}, with {@code part/opened.jte}.
 */
public final class OpenedOn {
    public static final String FIELD = "openedOn";

    private OpenedOn() {}

    /**
     * What to say, before anything is done, to somebody whose page is of another day.
     *
     * @param said what the page says of its day, null if it says nothing
     * @return empty if the day is the same, or the page says nothing
     */
    public static Optional<String> passed(@Nullable String said, LocalDate today) {
        if (said == null) {
            return Optional.empty();
        }
        try {
            var opened = Day.typed(said);
            return opened.equals(today)
                    ? Optional.empty()
                    : Optional.of(
                            "您打开本页是 " + Day.text(opened) + "，今天已是 " + Day.text(today) + "，日期和期限按今天计算。本页已经更新，请核对后再提交一次");
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
