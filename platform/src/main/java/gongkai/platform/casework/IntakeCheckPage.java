package gongkai.platform.casework;

import gongkai.platform.web.Form;
import java.util.List;
import java.util.Map;

/**
 * What was typed, read back before it is registered.
 *
 * @param hidden all fields as they were typed
 * @param facts name and text of each
 * @param receipt what the law says to the dates
 * @param omissions what the application lacks
 * @param alike other requests that may have to do with it
 */
public record IntakeCheckPage(
        String organ,
        Form form,
        Map<String, List<String>> hidden,
        List<Fact> facts,
        List<String> receipt,
        List<String> omissions,
        List<AlikeLine> alike) {

    /** One thing that was typed. */
    public record Fact(String name, String text) {}

    /** Whether one of them is likely the same request once more. */
    public boolean duplicate() {
        return alike.stream().anyMatch(line -> line.sameApplicant() && line.sameMatter());
    }
}
