package gongkai.platform.organ;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an organ; told once, never changed.
 *
 * @param day the day from which it holds
 * @param document the number of the paper it rests on (文号), empty when none was given
 * @param what it in Chinese, as the history shows it
 * @param recordedBy the sign-in name of who entered it, null for the platform itself
 */
public record OrganEvent(
        OrganId organ,
        Kind kind,
        LocalDate day,
        String document,
        String what,
        OffsetDateTime recordedAt,
        @Nullable String recordedBy) {
    /** What kind of thing happened. */
    public enum Kind {
        ESTABLISHED("设立"),
        RENAMED("更名"),
        MOVED("调整隶属"),
        CHANGED("变更"),
        MERGED("合并"),
        SPLIT("分设"),
        ABOLISHED("撤销"),
        /** An error in what was entered was mended; nothing happened to the organ itself. */
        CORRECTED("更正");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
