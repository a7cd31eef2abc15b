package gongkai.platform.workbench;

import gongkai.platform.web.Desk;
import gongkai.platform.web.Due;
import gongkai.platform.web.Tone;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the workbench shows.
 *
 * @param dayKind what kind of day today is, for example 工作日 or 休; empty when its year has no calendar
 * @param organ the organ they act for, null for those who act for none
 * @param tasks those shown, the most urgent first
 * @param counts how many tasks there are of each urgency
 * @param shown the urgency asked for, null for all
 */
public record WorkbenchPage(
        String dayKind,
        @Nullable String organ,
        List<Desk.Task> tasks,
        List<Count> counts,
        @Nullable Urgency shown,
        List<Desk.Notice> notices,
        List<Desk.Figure> figures) {

    /** How urgent a task is. */
    public enum Urgency {
        OVERDUE("已逾期", Tone.ERROR),
        SOON("3 个工作日内", Tone.WARNING),
        LATER("未到期", Tone.ACTION);

        private final String chinese;
        private final Tone tone;

        Urgency(String chinese, Tone tone) {
            this.chinese = chinese;
            this.tone = tone;
        }

        public String chinese() {
            return chinese;
        }

        public Tone tone() {
            return tone;
        }

        static Urgency of(Desk.Task task) {
            var due = task.due();
            if (due == null) {
                return LATER;
            }
            return switch (due.tone()) {
                case ERROR -> OVERDUE;
                case WARNING -> SOON;
                case ACTION, DONE, CLOSED -> LATER;
            };
        }
    }

    /** How many tasks are that urgent. */
    public record Count(Urgency urgency, long number) {}

    /** The most urgent first; what has no term last. */
    static final Comparator<Desk.Task> MOST_URGENT_FIRST =
            Comparator.comparing(Desk.Task::due, Comparator.nullsLast(Comparator.comparing(Due::day)));
}
