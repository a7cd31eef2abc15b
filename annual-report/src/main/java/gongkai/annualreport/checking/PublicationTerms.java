package gongkai.annualreport.checking;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;

/**
 * By when annual reports must be published in the year after the one they report on (Article 49). A new version of the law is a new
 * line, never an edit. Holidays do not move these days: the Regulation names dates, not working days.
 *
 * @param fromYear the first report year it is for
 */
record PublicationTerms(int fromYear, MonthDay departments, MonthDay governments) {
    private static final List<PublicationTerms> NEWEST_FIRST =
            List.of(new PublicationTerms(2019, MonthDay.of(1, 31), MonthDay.of(3, 31)));

    /** The terms for reports of that year; none before the Regulation of 2019. */
    static Optional<PublicationTerms> forYear(int year) {
        return NEWEST_FIRST.stream().filter(terms -> terms.fromYear() <= year).findFirst();
    }

    static LocalDate due(int year, MonthDay day) {
        return day.atYear(year + 1);
    }
}
