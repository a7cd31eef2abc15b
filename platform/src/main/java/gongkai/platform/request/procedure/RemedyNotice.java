package gongkai.platform.request.procedure;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document tells the addressee about remedies (救济告知).
 *
 * @param organs the full names of the organs of reconsideration; two for justice departments, to choose from
 * @param court the full name of the court
 * @param online where an application for reconsideration may be handed in over the internet; has to be told in answers delivered that
 *     way (行政复议法第二十二条); null if there is none
 * @param ruling whether the State Council may be asked to rule on the decision of reconsideration instead of a court (行政复议法第二十六条)
 */
public record RemedyNotice(
        RemedyMode mode,
        List<String> organs,
        String court,
        @Nullable String online,
        boolean ruling) {
    public RemedyNotice {
        organs = List.copyOf(organs);
        if (mode != RemedyMode.NONE && (organs.isEmpty() || court.isBlank())) {
            throw new IllegalArgumentException("remedies without an organ of reconsideration or a court");
        }
    }

    /** The paragraph of the letter; empty where there is no remedy. */
    public String text() {
        var choice = String.join("或者", organs);
        return switch (mode) {
            case RECON_FIRST ->
                "如不服本决定，应当先申请行政复议：可以自收到本答复书之日起60日内向" + choice + "申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向" + court
                        + "提起行政诉讼" + (ruling ? "，也可以向国务院申请裁决。" : "。") + internet();
            case EITHER ->
                "如不服本决定，可以自收到本答复书之日起60日内向" + choice + "申请行政复议，也可以自收到本答复书之日起6个月内向" + court + "提起行政诉讼。" + internet();
            case NONE -> "";
        };
    }

    private String internet() {
        return online == null ? "" : "行政复议申请可以通过互联网提交：" + online + "。";
    }
}
