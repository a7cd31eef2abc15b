package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.checking.TableTwoRules.Documents;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How many documents of a kind were issued and repealed in the year, and how many were in force at its end. */
record Stock(BigDecimal issued, BigDecimal repealed, BigDecimal effective) {
    /** What the report tells; null where it does not tell how many are in force, or a cell is lost. */
    static @Nullable Stock of(AnnualReport report, Documents documents) {
        var issued = Figures.counted(report, documents.issued());
        var repealed = Figures.counted(report, documents.repealed());
        var effective = Figures.counted(report, documents.effective());
        return issued == null || repealed == null || effective == null || Figures.isOpen(report, documents.effective())
                ? null
                : new Stock(issued, repealed, effective);
    }

    /** How many must have been in force a year ago. */
    BigDecimal before() {
        return effective.subtract(issued).add(repealed);
    }
}
