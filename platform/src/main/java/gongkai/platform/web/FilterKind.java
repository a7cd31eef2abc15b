package gongkai.platform.web;

import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a filter of a list can be asked for.
 *
 * @param reads whether something typed, never blank, can be read
 * @param otherwise what is wrong with anything else; follows what was typed in a sentence
 */
public record FilterKind(Predicate<String> reads, String otherwise) {
    static final FilterKind WORDS = new FilterKind(typed -> true, "");

    static final FilterKind DAY = new FilterKind(FilterKind::isDay, "不是有效的日期（写成 2026-11-06 这样）");

    static final FilterKind YEAR = new FilterKind(typed -> typed.matches("(19|20)\\d\\d"), "不是年份");

    static final FilterKind NUMBER = new FilterKind(typed -> typed.matches("\\d{1,18}"), "不在可选的范围里");

    static FilterKind oneOf(Set<String> choices) {
        return new FilterKind(choices::contains, NUMBER.otherwise);
    }

    private static boolean isDay(String typed) {
        try {
            Day.typed(typed);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
