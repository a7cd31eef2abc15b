package gongkai.platform.request.procedure;

import gongkai.platform.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms that run in a request, each with its last day; work lists and reminders are made of them. */
public final class Deadlines {
    /** What a term is for. */
    public enum Kind {
        /** An ordinary letter has to be confirmed the day it came; the platform asks the same of the other channels. */
        CONFIRMATION("与申请人确认", "第三十一条"),
        CORRECTION_NOTICE("告知补正", "第三十条"),
        REPLY("答复", "第三十三条"),
        CORRECTION("申请人补正", "第三十条"),
        EXPLANATION("申请人说明理由", "第三十五条"),
        THIRD_PARTY_OPINION("第三方提出意见", "第三十二条"),
        AGENCY_OPINION("其他机关提出意见", "第三十四条"),
        FEE_PAYMENT("申请人缴费", "第四十二条");

        private final String label;
        private final String article;

        Kind(String label, String article) {
            this.label = label;
            this.article = article;
        }

        public String label() {
            return label;
        }

        public String article() {
            return article;
        }
    }

    /** A term and its last day, which belongs to it. */
    public record Deadline(Kind kind, LocalDate lastDay) {}

    private Deadlines() {}

    static List<Deadline> of(Standing standing, WorkingDays days) {
        var deadlines = new ArrayList<Deadline>();
        switch (standing.stage()) {
            case Stage.Running running -> {
                deadlines.add(new Deadline(Kind.REPLY, running.clock().due(days)));
                if (running instanceof Stage.AwaitingExplanation waiting) {
                    deadlines.add(new Deadline(Kind.EXPLANATION, waiting.deadline()));
                } else if (!standing.past().correctionAsked() && standing.receiptDate() != null) {
                    deadlines.add(new Deadline(Kind.CORRECTION_NOTICE, correctionNotice(standing.receiptDate(), days)));
                }
            }
            case Stage.AwaitingCorrection waiting -> deadlines.add(new Deadline(Kind.CORRECTION, waiting.deadline()));
            case Stage.AwaitingOpinion waiting ->
                add(deadlines, opinionKind(waiting), waiting.consultation().lastDay(days));
            case Stage.AwaitingFee waiting -> add(deadlines, Kind.FEE_PAYMENT, payment(waiting, days));
            case Stage.Decided decided ->
                deadlines.add(new Deadline(Kind.REPLY, decided.answer().clock().due(days)));
            case Stage.Dispatched sent -> {
                if (!sent.method().judgedBySending()) {
                    deadlines.add(new Deadline(Kind.REPLY, sent.answer().clock().due(days)));
                }
            }
            case Stage.AwaitingConfirmation waiting ->
                deadlines.add(new Deadline(Kind.CONFIRMATION, waiting.submittedOn()));
            case Stage.Closed none -> {}
            case Stage.Archived none -> {}
        }
        return deadlines;
    }

    private static void add(List<Deadline> deadlines, Kind kind, @Nullable LocalDate lastDay) {
        if (lastDay != null) {
            deadlines.add(new Deadline(kind, lastDay));
        }
    }

    private static Kind opinionKind(Stage.AwaitingOpinion waiting) {
        return switch (waiting.consultation().who()) {
            case THIRD_PARTY -> Kind.THIRD_PARTY_OPINION;
            case AGENCY -> Kind.AGENCY_OPINION;
        };
    }

    static LocalDate correctionNotice(LocalDate receipt, WorkingDays days) {
        return days.plus(receipt, Terms.on(receipt).correctionNotice());
    }

    /** The last day to pay; null while it is not known when the notice was received. */
    static @Nullable LocalDate payment(Stage.AwaitingFee waiting, WorkingDays days) {
        var received = waiting.receivedOn();
        return received == null
                ? null
                : days.plus(received, Terms.on(waiting.since()).payment());
    }
}
