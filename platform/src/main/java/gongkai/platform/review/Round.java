package gongkai.platform.review;

import gongkai.platform.organ.OrganId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of a draft through the stages.
 *
 * @param draft the version that is reviewed
 * @param chain the stages it began with, whatever was set since
 * @param stage where it is, from 0
 * @param since since when it waits there
 * @param verdicts what was said so far, in order
 */
public record Round(
        long id,
        long request,
        String number,
        OrganId organ,
        int draft,
        Chain chain,
        int stage,
        Instant since,
        long submittedBy,
        String submitter,
        Instant submittedAt,
        State state,
        @Nullable Instant endedAt,
        List<Verdict> verdicts) {
    /** How far it got. */
    public enum State {
        OPEN("审核中"),
        SIGNED("已签发"),
        RETURNED("已退回"),
        RECALLED("已撤回"),
        /** The request went another way, for example because it was withdrawn. */
        ENDED("已终止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What somebody said at a stage. */
    public record Verdict(int stage, String title, String who, boolean approved, String remark, Instant at) {}

    Round with(List<Verdict> said) {
        return new Round(
                id,
                request,
                number,
                organ,
                draft,
                chain,
                stage,
                since,
                submittedBy,
                submitter,
                submittedAt,
                state,
                endedAt,
                said);
    }

    /** The stage it waits at. */
    public Chain.Stage waiting() {
        return chain.stages().get(stage);
    }

    /** Whether it waits to be signed. */
    public boolean last() {
        return stage + 1 == chain.stages().size();
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Why it was given back, by whom; empty if it was not. */
    String objection() {
        return verdicts.isEmpty() || verdicts.getLast().approved()
                ? ""
                : verdicts.getLast().title() + "，" + verdicts.getLast().who() + "："
                        + verdicts.getLast().remark();
    }

    /** What was said at that stage; null if nothing yet. */
    public @Nullable Verdict verdict(int at) {
        return verdicts.stream()
                .filter(verdict -> verdict.stage() == at)
                .findFirst()
                .orElse(null);
    }
}
