package gongkai.platform.request.procedure;

import gongkai.platform.calendar.DayRange;
import gongkai.platform.calendar.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A third party (第三十二条) or another organ (第三十四条) was asked; the time it takes is not part of the time to answer (第三十三条). The day
 * of sending still is.
 *
 * @param receivedOn the day the letter reached them, from which their fifteen working days run; null while unknown
 * @param answeredOn null while they are silent and if they let the term pass
 */
public record Consultation(
        Who who,
        LocalDate sentOn,
        @Nullable LocalDate receivedOn,
        @Nullable LocalDate answeredOn) {
    /** Who was asked. */
    public enum Who {
        THIRD_PARTY("征求第三方意见", "第三十二条"),
        AGENCY("征求其他机关意见", "第三十四条");

        private final String label;
        private final String article;

        Who(String label, String article) {
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

    Consultation received(LocalDate day) {
        return new Consultation(who, sentOn, day, answeredOn);
    }

    Consultation answered(LocalDate day) {
        return new Consultation(who, sentOn, receivedOn, day);
    }

    /** The last day to answer it; null while it is not known when it was received. */
    public @Nullable LocalDate lastDay(WorkingDays days) {
        return receivedOn == null ? null : days.plus(receivedOn, opinionDays());
    }

    private int opinionDays() {
        return Terms.on(sentOn).opinion();
    }

    /** The days that are left out of the time to answer; an answer after the term leaves out no more than the term. */
    DayRange leftOut(WorkingDays days) {
        if (receivedOn == null) {
            return new DayRange(sentOn, answeredOn == null ? sentOn : answeredOn);
        }
        if (answeredOn != null && days.between(receivedOn, answeredOn) < opinionDays()) {
            return new DayRange(sentOn, answeredOn);
        }
        return new DayRange(sentOn, days.plus(receivedOn, opinionDays()));
    }
}
