package gongkai.platform.web;

import java.util.List;

/**
 * One page of a list.
 *
 * @param rows the rows of this page
 * @param total the rows of all pages
 */
public record Listing<T>(ListQuery query, List<T> rows, long total) {
    /** How many pages there are, at least 1. */
    public int pages() {
        return (int) Math.max(1, (total + query.size() - 1) / query.size());
    }

    /** The number of the first row shown, 0 when there is none. */
    public long first() {
        return rows.isEmpty() ? 0 : query.offset() + 1;
    }

    /** The number of the last row shown. */
    public long last() {
        return query.offset() + rows.size();
    }
}
