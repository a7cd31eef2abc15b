package gongkai.platform.remedy;

import gongkai.platform.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The terms around a remedy. Terms of three, five, seven and ten days in a reconsideration are working days, all others are natural days
 * or months whose last day moves on when it is a day off (行政复议法第八十八条).
 */
public record RemedyTerms(WorkingDays days) {
    /** The way a case is heard. */
    public enum Hearing {
        SUMMARY("简易程序"),
        ORDINARY("普通程序");

        private final String label;

        Hearing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A term, its last day and the article it comes from. */
    public record Term(String name, LocalDate lastDay, String article) {}

    /** What the addressee of an answer may still do, from the day it was delivered. */
    public List<Term> afterAnswer(LocalDate delivered) {
        return List.of(
                new Term("申请行政复议", days.plusNaturalDays(delivered, 60), "行政复议法第二十条"),
                new Term("直接起诉", days.plusMonths(delivered, 6), "行政诉讼法第四十六条"));
    }

    /** The same where the answer did not tell the remedies: at most a year. */
    public List<Term> afterAnswerWithoutNotice(LocalDate known) {
        return List.of(
                new Term("申请行政复议", days.plusMonths(known, 12), "行政复议法第二十条"),
                new Term("直接起诉", days.plusMonths(known, 12), "行诉解释第六十四条"));
    }

    /** Where the organ stayed silent, from the last day to answer. */
    public Term afterSilence(LocalDate due) {
        return new Term("就不予答复起诉", days.plusMonths(due, 6), "行诉解释第六十六条");
    }

    /** From the day the decision of reconsideration was received. */
    public Term afterReconsideration(LocalDate received) {
        return new Term("复议后起诉", days.plusNaturalDays(received, 15), "行政诉讼法第四十五条");
    }

    /** The organ's answer with its evidence, from the day it received the copy; without it there is no evidence. */
    public Term defence(RemedyKind kind, Hearing hearing, LocalDate copyReceived) {
        return switch (kind) {
            case RECONSIDERATION ->
                switch (hearing) {
                    case SUMMARY -> new Term("提出书面答复和证据", days.plus(copyReceived, 5), "行政复议法第五十四条");
                    case ORDINARY -> new Term("提出书面答复和证据", days.plus(copyReceived, 10), "行政复议法第四十八条");
                };
            case LITIGATION_DIRECT, LITIGATION_AFTER_RECON ->
                new Term("提交答辩状和证据", days.plusNaturalDays(copyReceived, 15), "行政诉讼法第六十七条");
        };
    }

    /** When the reconsideration organ or the court has to decide. An extended reconsideration has thirty days more. */
    public Term judgment(RemedyKind kind, Hearing hearing, LocalDate accepted, boolean extended) {
        return switch (kind) {
            case RECONSIDERATION ->
                switch (hearing) {
                    case SUMMARY -> new Term("作出复议决定", days.plusNaturalDays(accepted, 30), "行政复议法第六十二条");
                    case ORDINARY ->
                        new Term("作出复议决定", days.plusNaturalDays(accepted, extended ? 90 : 60), "行政复议法第六十二条");
                };
            case LITIGATION_DIRECT, LITIGATION_AFTER_RECON ->
                switch (hearing) {
                    case SUMMARY -> new Term("作出判决", days.plusNaturalDays(accepted, 45), "行政诉讼法第八十三条");
                    case ORDINARY -> new Term("作出判决", days.plusMonths(accepted, 6), "行政诉讼法第八十一条");
                };
        };
    }

    /**
     * Who is sued after a reconsideration: both organs where it upheld the answer, the reconsideration organ alone where it changed it
     * (行政诉讼法第二十六条).
     */
    public static List<String> defendants(String organ, @Nullable String reconsideredBy, RemedyOutcome reconsidered) {
        if (reconsideredBy == null) {
            return List.of(organ);
        }
        return reconsidered == RemedyOutcome.CORRECTED ? List.of(reconsideredBy) : List.of(organ, reconsideredBy);
    }
}
