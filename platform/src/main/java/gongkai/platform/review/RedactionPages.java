package gongkai.platform.review;

import gongkai.platform.redaction.Found;
import gongkai.platform.redaction.PageSize;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.time.Instant;
import java.util.List;

/** What the pages of 区分处理 show. */
public final class RedactionPages {
    private RedactionPages() {}

    /** The files of a case. */
    public record Files(CaseHead head, List<FileLine> files, boolean mayHandle, List<Option> grounds, Form form) {}

    /**
     * A file.
     *
     * @param way whether its pages can be marked, it has to be converted first, or neither
     * @param mend what to do with a file for which there is neither
     * @param marks how many marks stand
     */
    public record FileLine(
            String id,
            String name,
            String kind,
            String path,
            Way way,
            String mend,
            int marks,
            List<Version> versions) {}

    /** What can be done with a file. */
    public enum Way {
        MARK,
        CONVERT,
        NEITHER
    }

    /** A version made of it. */
    public record Version(String path, String name, int marks, int removed, String who, Instant at) {}

    /**
     * One page of a file, with its marks.
     *
     * @param sizes the sizes of all pages
     * @param find what was looked for
     */
    public record Sheet(
            CaseHead head,
            String file,
            String name,
            int page,
            List<PageSize> sizes,
            List<Box> boxes,
            List<LogLine> log,
            List<Hit> hits,
            String find,
            boolean searchable,
            boolean mayHandle,
            List<Option> grounds,
            Form form) {
        public int pages() {
            return sizes.size();
        }

        public PageSize size() {
            return sizes.get(page - 1);
        }
    }

    /** A mark on the page that is shown, in the measure of the page. */
    public record Box(String label, double x, double y, double width, double height) {}

    /** A line of the log of who hid what. */
    public record LogLine(
            long id, int page, String place, String ground, String note, String who, Instant at, String removed) {}

    /** Words that were found; {@code value} names their places in a form. */
    public record Hit(Found found, String value, boolean marked) {}
}
