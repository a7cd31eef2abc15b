package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A list that other features keep about a case and that belongs into its file (卷宗). */
public interface CaseFileList {
    /** Where it stands among the papers. */
    enum Place {
        /** Behind the request and its attachments. */
        REQUEST,
        /** Before the answer. */
        REVIEW
    }

    /**
     * A table as it is printed.
     *
     * @param widths the shares of its columns, in hundredths
     * @param rows as many texts in each as there are columns
     */
    record Table(String title, List<Integer> widths, List<String> heads, List<List<String>> rows) {}

    Place place();

    /** The list of that case; empty if there is nothing in it. */
    Optional<Table> of(DisclosureRequest request);

    /** What it tells for the form of approval in front of the file (办理审批), by the fields of that form. */
    default Map<String, String> approval(DisclosureRequest request) {
        return Map.of();
    }
}
