package gongkai.platform.web;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/**
 * What can be asked of a list: which columns sort it, which fields filter it. Only these words of a request reach the SQL.
 *
 * @param path the address of the list
 * @param columns what sorts it: name in the address, SQL expression
 * @param filters the names of its filters
 * @param sort the column it is sorted by when nothing is said
 * @param descending whether it is sorted downwards when nothing is said
 * @param tieBreak the SQL expression that orders equal rows, so that pages do not overlap
 */
public record ListShape(
        String path,
        Map<String, String> columns,
        SequencedSet<String> filters,
        String sort,
        boolean descending,
        String tieBreak) {
    /** A list at that address that nothing sorts or filters yet; {@code tieBreak} is a unique SQL expression, usually the key. */
    public static ListShape at(String path, String tieBreak) {
        return new ListShape(path, Map.of(), new LinkedHashSet<>(), "", false, tieBreak);
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

    /** The same, with filters of those names. */
    public ListShape filters(String... names) {
        var more = new LinkedHashSet<>(filters);
        more.addAll(List.of(names));
        return new ListShape(path, columns, more, sort, descending, tieBreak);
    }
}
