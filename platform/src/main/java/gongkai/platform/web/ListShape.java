package gongkai.platform.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What can be asked of a list: which columns sort it, which fields filter it. Only these words of a request reach the SQL.
 *
 * @param path the address of the list
 * @param columns what sorts it: name in the address, SQL expression
 * @param filters the names of its filters, and what each can be asked for
 * @param sort the column it is sorted by when nothing is said
 * @param descending whether it is sorted downwards when nothing is said
 * @param tieBreak the SQL expression that orders equal rows, so that pages do not overlap
 */
public record ListShape(
        String path,
        Map<String, String> columns,
        SequencedMap<String, FilterKind> filters,
        String sort,
        boolean descending,
        String tieBreak) {
    /** A list at that address that nothing sorts or filters yet; {@code tieBreak} is a unique SQL expression, usually the key. */
    public static ListShape at(String path, String tieBreak) {
        return new ListShape(path, Map.of(), new LinkedHashMap<>(), "", false, tieBreak);
    }

    /** The same, sortable by that column; the first one said is the one it is sorted by. */
    public ListShape sortable(String name, String expression) {
        var more = new LinkedHashMap<>(columns);
        more.put(name, expression);
        return new ListShape(path, more, filters, sort.isEmpty() ? name : sort, descending, tieBreak);
    }

    /** The same, sorted downwards by that column when nothing is said. */
    public ListShape newestFirst(String name, String expression) {
        var sorted = sortable(name, expression);
        return new ListShape(path, sorted.columns, filters, name, true, tieBreak);
    }

    /** The same, with filters of those names that take any words. */
    public ListShape filters(String... names) {
        return filters(FilterKind.WORDS, names);
    }

    /** The same, with filters of those names that take a day. */
    public ListShape days(String... names) {
        return filters(FilterKind.DAY, names);
    }

    /** The same, with a filter of that name that takes a year. */
    public ListShape year(String name) {
        return filters(FilterKind.YEAR, name);
    }

    /** The same, with filters of those names that take the number of something. */
    public ListShape numbers(String... names) {
        return filters(FilterKind.NUMBER, names);
    }

    /** The same, with a filter of that name that takes one of these identifiers. */
    public ListShape choice(String name, Enum<?>... choices) {
        return choice(name, Arrays.stream(choices).map(Enum::name).collect(Collectors.toSet()));
    }

    /** The same, with a filter of that name that takes one of these words. */
    public ListShape choice(String name, Set<String> choices) {
        return filters(FilterKind.oneOf(choices), name);
    }

    private ListShape filters(FilterKind kind, String... names) {
        var more = new LinkedHashMap<>(filters);
        for (var name : names) {
            more.put(name, kind);
        }
        return new ListShape(path, columns, more, sort, descending, tieBreak);
    }
}
