package gongkai.platform.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody asks of a list. Whatever makes no sense in a request is left out, never an error; a filter that cannot be read is told above the
 * list.
 *
 * @param page from 1
 * @param size rows a page
 * @param sort one of the shape's columns, empty if it has none
 * @param filters what is filtered, by name; nothing empty in it
 * @param unread what was typed into filters and cannot be read, by name; nothing is filtered by it
 */
public record ListQuery(
        ListShape shape,
        int page,
        int size,
        String sort,
        boolean descending,
        Map<String, String> filters,
        Map<String, String> unread) {
    private static final int USUAL_SIZE = 40;
    private static final int LARGEST_SIZE = 200;
    private static final int LAST_PAGE = 100_000;
    private static final int LONGEST_FILTER = 200;

    /** Reads the parameters {@code page}, {@code size}, {@code sort}, {@code direction} and the shape's filters. */
    public static ListQuery of(ListShape shape, Map<String, String> parameters) {
        var filters = new LinkedHashMap<String, String>();
        var unread = new LinkedHashMap<String, String>();
        shape.filters().forEach((name, kind) -> {
            var typed = parameters.getOrDefault(name, "").strip();
            var value = typed.length() > LONGEST_FILTER ? typed.substring(0, LONGEST_FILTER) : typed;
            if (!value.isEmpty()) {
                (kind.reads().test(value) ? filters : unread).put(name, value);
            }
        });
        var wanted = parameters.getOrDefault("sort", "");
        boolean known = shape.columns().containsKey(wanted);
        var direction = parameters.getOrDefault("direction", "");
        boolean descending = known ? direction.equals("desc") : shape.descending();
        return new ListQuery(
                shape,
                within(parameters.get("page"), 1, LAST_PAGE, 1),
                within(parameters.get("size"), 1, LARGEST_SIZE, USUAL_SIZE),
                known ? wanted : shape.sort(),
                descending,
                filters,
                unread);
    }

    /** What could not be read, a sentence for each. */
    public List<String> problems() {
        return unread.entrySet().stream()
                .map(typed -> "“" + typed.getValue() + "”"
                        + Objects.requireNonNull(shape.filters().get(typed.getKey()))
                                .otherwise() + "，没有按它筛选")
                .toList();
    }

    /** The SQL after {@code order by}, made of the shape's own words only. */
    public String orderBy() {
        var column = shape.columns().get(sort);
        var way = descending ? " desc" : "";
        return column == null ? shape.tieBreak() + way : column + way + " nulls last, " + shape.tieBreak() + way;
    }

    /** The rows before this page, for SQL's {@code offset}. */
    public long offset() {
        return (long) (page - 1) * size;
    }

    /** What that filter asks for, if anything. */
    public Optional<String> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    /** The day that filter asks for, if any. */
    public Optional<LocalDate> day(String name) {
        return filter(name).map(Day::typed);
    }

    /** The same as a parameter of a query where an empty filter lets everything through. */
    public String text(String name) {
        return filters.getOrDefault(name, "");
    }

    /** A filter for SQL's {@code like}: contains these words, whatever signs are in them. */
    public String like(String name) {
        return "%" + text(name).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** The form of the filter bar, with what could not be read. */
    public Form form() {
        var typed = new LinkedHashMap<>(filters);
        typed.putAll(unread);
        return Form.of(typed);
    }

    /** Whether anything is filtered. */
    public boolean filtered() {
        return !filters.isEmpty();
    }

    /** The address of another page of the same list. */
    public String linkToPage(int other) {
        return address(other, sort, descending, null);
    }

    /** The address of the list sorted by that column, or the other way round if it is so sorted already. */
    public String linkToSort(String column) {
        return address(1, column, column.equals(sort) && !descending, null);
    }

    /** The address of the same list as a file, {@code csv} or {@code xlsx}. */
    public String linkToExport(String kind) {
        return address(1, sort, descending, kind);
    }

    /** The address of this very list, as saved under a name. */
    public String link() {
        return address(1, sort, descending, null);
    }

    /** For {@code aria-sort}. */
    public String sorting(String column) {
        if (!column.equals(sort)) {
            return "none";
        }
        return descending ? "descending" : "ascending";
    }

    private String address(
            int toPage, String toSort, boolean downwards, @org.jspecify.annotations.Nullable String export) {
        var address = UriComponentsBuilder.fromPath(shape.path());
        var values = new LinkedHashMap<String, Object>();
        filters.forEach((name, value) -> {
            address.queryParam(name, "{" + name + "}");
            values.put(name, value);
        });
        if (!toSort.equals(shape.sort()) || downwards != shape.descending()) {
            address.queryParam("sort", toSort);
            address.queryParam("direction", downwards ? "desc" : "asc");
        }
        if (size != USUAL_SIZE) {
            address.queryParam("size", size);
        }
        if (toPage > 1) {
            address.queryParam("page", toPage);
        }
        if (export != null) {
            address.queryParam("export", export);
        }
        return address.encode().buildAndExpand(values).toUriString();
    }

    private static int within(@org.jspecify.annotations.Nullable String text, int low, int high, int usual) {
        if (text == null || !text.matches("\\d{1,6}")) {
            return usual;
        }
        return Math.clamp(Integer.parseInt(text), low, high);
    }
}
