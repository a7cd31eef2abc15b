package gongkai.platform.jobs;

import gongkai.platform.web.Tone;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A job as its page shows it.
 *
 * @param total 0 while it is not known
 * @param failure why it failed, in Chinese
 */
public record Job(
        long id,
        String title,
        String person,
        State state,
        long done,
        long total,
        String message,
        boolean cancelRequested,
        @Nullable String failure,
        @Nullable String resultLink,
        @Nullable String resultName,
        OffsetDateTime createdAt,
        @Nullable OffsetDateTime finishedAt) {
    /** How far a job is. */
    public enum State {
        WAITING("等待执行", Tone.ACTION),
        RUNNING("正在执行", Tone.ACTION),
        DONE("已完成", Tone.DONE),
        FAILED("失败", Tone.ERROR),
        CANCELLED("已取消", Tone.CLOSED);

        private final String chinese;
        private final Tone tone;

        State(String chinese, Tone tone) {
            this.chinese = chinese;
            this.tone = tone;
        }

        public String chinese() {
            return chinese;
        }

        public Tone tone() {
            return tone;
        }

        /** Whether something will still happen. */
        public boolean open() {
            return this == WAITING || this == RUNNING;
        }
    }
}
