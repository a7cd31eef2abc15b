package gongkai.platform.request.procedure;

import gongkai.platform.calendar.CalendarDay;
import gongkai.platform.calendar.DayRange;
import gongkai.platform.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The running term to answer. It holds what happened, not the days that follow from it, so that a corrected calendar corrects every date.
 *
 * @param from day 0, which is not counted
 * @param workingDays the statutory term
 * @param extension working days added by 第三十三条 to this term
 * @param until the day set instead of the term, by a 合理延迟 (第三十五条) or by the order to answer anew; else null
 */
public record AnswerClock(
        Start start,
        LocalDate from,
        int workingDays,
        int extension,
        List<Consultation> consultations,
        @Nullable LocalDate until) {
    /** What set the term going. */
    public enum Start {
        RECEIPT("收到申请", "第三十一条"),
        CORRECTION("收到补正", "第三十条"),
        PAYMENT("完成缴费", "第四十二条"),
        ORDER("收到责令重新答复的决定或判决", "行政复议法第六十四条");

        private final String label;
        private final String article;

        Start(String label, String article) {
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

    public AnswerClock {
        consultations = List.copyOf(consultations);
    }

    static AnswerClock started(Start start, LocalDate from) {
        return new AnswerClock(start, from, Terms.on(from).answer(), 0, List.of(), null);
    }

    static AnswerClock ordered(LocalDate from, LocalDate until) {
        return new AnswerClock(Start.ORDER, from, 0, 0, List.of(), until);
    }

    AnswerClock extendedBy(int more) {
        return new AnswerClock(start, from, workingDays, extension + more, consultations, until);
    }

    AnswerClock delayedUntil(LocalDate day) {
        return new AnswerClock(start, from, workingDays, 0, consultations, day);
    }

    AnswerClock countedFrom(LocalDate day) {
        return new AnswerClock(start, day, workingDays, extension, consultations, until);
    }

    AnswerClock after(Consultation consultation) {
        var all = new ArrayList<>(consultations);
        all.add(consultation);
        return new AnswerClock(start, from, workingDays, extension, all, until);
    }

    /** The last day to answer. A day that was promised or ordered stands whoever is consulted after it was set. */
    public LocalDate due(WorkingDays days) {
        return until == null ? days.plus(from, workingDays + extension, leftOut(days)) : days.plus(until, extension);
    }

    private List<DayRange> leftOut(WorkingDays days) {
        return consultations.stream()
                .map(consultation -> consultation.leftOut(days))
                .toList();
    }

    /** Every calendar day from day 0 to {@code upTo}, with why it counts or does not. */
    public List<ClockDay> ledger(WorkingDays days, LocalDate upTo) {
        var ledger = new ArrayList<ClockDay>();
        if (upTo.isBefore(from)) {
            return ledger;
        }
        ledger.add(new ClockDay(from, false, start.label() + "之日，当日不计", start.article()));
        var leftOut = leftOut(days);
        int nth = 0;
        for (var day : days.ledgerAsKnown(from, upTo)) {
            var consulted = consultedOn(day.day(), leftOut);
            if (day.counted() && consulted == null) {
                nth++;
            }
            ledger.add(clockDay(day, consulted, nth));
        }
        return ledger;
    }

    private @Nullable Consultation consultedOn(LocalDate day, List<DayRange> leftOut) {
        for (int i = 0; i < leftOut.size(); i++) {
            if (leftOut.get(i).contains(day)) {
                return consultations.get(i);
            }
        }
        return null;
    }

    private ClockDay clockDay(CalendarDay day, @Nullable Consultation consulted, int nth) {
        if (!day.counted()) {
            return new ClockDay(day.day(), false, reason(day), basis());
        }
        if (consulted != null) {
            return new ClockDay(day.day(), false, consulted.who().label() + "所需时间，不计算在期限内", "第三十三条");
        }
        var extended = until == null && nth > workingDays;
        return new ClockDay(day.day(), true, reason(day) + "，第" + nth + "日" + (extended ? "（延期）" : ""), basis());
    }

    private static String reason(CalendarDay day) {
        return day.source() == null ? day.reason() : day.reason() + "（" + day.source() + "）";
    }

    private String basis() {
        return until == null ? "第三十三条" : start == Start.ORDER ? start.article() : "第三十五条";
    }
}
