package gongkai.platform.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant sent and said.
 *
 * @param extras what the application over the internet said beyond the usual, null if it came another way
 * @param satisfaction what they said after the end, null if nothing
 * @param mayMark whether whoever looks may mark messages as read
 */
public record MessagesPart(
        List<Message> messages,
        Applications.@Nullable Extras extras,
        Satisfactions.@Nullable Satisfaction satisfaction,
        boolean mayMark) {}
