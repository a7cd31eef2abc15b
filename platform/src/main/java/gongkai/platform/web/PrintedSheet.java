package gongkai.platform.web;

import java.util.List;

/**
 * A sheet that is printed and signed by hand.
 *
 * @param back the page it belongs to
 * @param signatures who signs it, in order
 * @param note what it says below, empty for nothing
 */
public record PrintedSheet(
        String title,
        String organ,
        String number,
        String back,
        List<Line> lines,
        List<String> signatures,
        String note) {
    /** One line of the sheet; its text may have several lines, or none to be written by hand. */
    public record Line(String label, String text) {}
}
