package gongkai.annualreport;

import org.jspecify.annotations.Nullable;

/**
 * Where in the file a person finds something. All numbers count from 1; a kind of file fills in those it has.
 *
 * @param line the line of a text, html or json file
 * @param page the page of a pdf or ofd file, the sheet of an xlsx file
 * @param paragraph the paragraph (or table row, or sheet row) within the page or document
 */
public record Place(
        @Nullable Integer line,
        @Nullable Integer page,
        @Nullable Integer paragraph) {
    /** Nowhere in particular: the document as a whole. */
    public static final Place NONE = new Place(null, null, null);

    public static Place line(int line) {
        return new Place(line, null, null);
    }

    public static Place page(int page, int paragraph) {
        return new Place(null, page, paragraph);
    }

    public static Place paragraph(int paragraph) {
        return new Place(null, null, paragraph);
    }
}
