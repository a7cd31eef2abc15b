package gongkai.platform.review;

import gongkai.platform.web.Form;
import java.util.List;
import java.util.UUID;

/** What the pages show on which an old register is taken in. */
public final class OldRegisterPages {
    private OldRegisterPages() {}

    /** Where the file is chosen. */
    public record Choose(String organ, Form form, List<String> columns, List<String> required) {}

    /**
     * What the file would do.
     *
     * @param good how many rows would be taken in
     * @param wrong the rows with something wrong, the first of them
     * @param sample the first rows that would be taken in; names are not shown
     */
    public record Preview(
            UUID upload,
            String file,
            String organ,
            int good,
            int bad,
            List<String> unknown,
            List<Wrong> wrong,
            List<Good> sample) {}

    public record Wrong(int row, String oldNumber, String reasons) {}

    public record Good(int row, String oldNumber, String submitted, String title, String outcome) {}
}
