package gongkai.platform.casework;

import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;

/**
 * Who is charged with a case.
 *
 * @param mayReturn whether it can be given back to whoever gave it
 */
public record AssignmentPage(
        String number,
        String title,
        Docket docket,
        Form form,
        List<Option> divisions,
        List<Option> handlers,
        boolean mayReturn,
        String giver,
        List<AssignmentLine> history) {
    public String path() {
        return Cases.path(number);
    }
}
