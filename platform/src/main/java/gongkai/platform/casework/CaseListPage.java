package gongkai.platform.casework;

import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.util.List;

/**
 * A list of cases.
 *
 * @param more whether there are more than are counted
 * @param waiting whether it is about the terms of others
 */
public record CaseListPage(
        String title,
        String lead,
        List<Option> tabs,
        Listing<CaseRow> list,
        boolean more,
        boolean waiting,
        boolean mayRegister,
        boolean maySearchApplicants,
        Choices choices) {

    private static final List<String> MORE = List.of("kind", "result", "from", "to", "dueFrom", "dueTo");

    /** Whether one of the filters is used that are folded away. */
    public boolean filteredByMore() {
        return MORE.stream().anyMatch(name -> list.query().filter(name).isPresent());
    }

    /** What the filters offer. */
    public record Choices(
            List<Option> states,
            List<Option> channels,
            List<Option> kinds,
            List<Option> divisions,
            List<Option> handlers,
            List<Option> results) {}
}
