package gongkai.platform.casework;

import gongkai.platform.web.Option;
import java.time.LocalDate;
import java.util.List;

/**
 * The steps of the past that can be entered.
 *
 * @param lastOn the day before which nothing can be entered
 * @param steps address and name of each
 */
public record BackfillPage(String number, String title, String state, LocalDate lastOn, List<Option> steps) {
    public String path() {
        return Cases.path(number);
    }
}
