package gongkai.platform.application;

import gongkai.platform.personal.Mask;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant sent and said.
 *
 * @param decided what became of wishes to have records put right, by their message
 * @param extras what the application over the internet said beyond the usual, null if it came another way
 * @param satisfaction what they said after the end, null if nothing
 * @param mayOpen whether whoever looks may see who the applicant and their agent are
 * @param mayMark whether whoever looks may mark messages as read
 */
public record MessagesPart(
        List<Message> messages,
        Map<UUID, Rectifications.Decided> decided,
        Applications.@Nullable Extras extras,
        Satisfactions.@Nullable Satisfaction satisfaction,
        boolean mayOpen,
        boolean mayMark) {
    /** The agent of the applicant, masked where that is all that may be seen. */
    public String agent() {
        var agent = extras == null ? "" : extras.agent();
        return mayOpen ? agent : Mask.name(agent);
    }
}
