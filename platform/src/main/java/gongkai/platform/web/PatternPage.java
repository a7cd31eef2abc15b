package gongkai.platform.web;

import java.util.List;

/** What the page of patterns shows. */
public record PatternPage(Form form, List<Option> options, Listing<Row> list, Due soon, Due late) {
    /** A row of its list. */
    public record Row(String number, String name, int count) {}
}
