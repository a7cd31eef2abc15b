package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report that sums up many, and what it was summed up from.
 *
 * @param year the year all must report on
 * @param members the reports summed up
 * @param consolidated the sum
 * @param previous last year's sum, for the rules across years
 * @param expectedOrgans the organs that must report; null where nobody says
 * @param adjustments what was changed by hand after summing up
 * @param documents joint documents (联合发文) and the organs that counted each; null where unknown
 * @param cases cases of review or litigation and the organs that counted each; null where unknown
 */
public record ConsolidationSubject(
        int year,
        List<Member> members,
        AnnualReport consolidated,
        @Nullable AnnualReport previous,
        @Nullable List<String> expectedOrgans,
        List<Adjustment> adjustments,
        @Nullable Map<String, List<String>> documents,
        @Nullable Map<String, List<String>> cases) {
    public ConsolidationSubject {
        members = List.copyOf(members);
        adjustments = List.copyOf(adjustments);
    }

    /** A sum of these members about which nothing else is known. */
    public ConsolidationSubject(int year, List<Member> members, AnnualReport consolidated) {
        this(year, members, consolidated, null, null, List.of(), null, null);
    }

    /**
     * One report summed up, under the name of its organ.
     *
     * @param source the file it came from, to be named beside the organ; null where it came from none
     */
    public record Member(
            String organ,
            AnnualReport report,
            Standing standing,
            @Nullable String source) {
        public Member(String organ, AnnualReport report, Standing standing) {
            this(organ, report, standing, null);
        }

        String shown() {
            return source == null || source.equals(organ) ? organ : organ + "（" + source + "）";
        }
    }

    /** How far a member's report has come. */
    public enum Standing {
        /** Checked without an error. */
        PASSED,
        /** Checked; the check found errors. */
        HAS_ERRORS,
        /** Not final yet. */
        DRAFT,
        /** Nobody checked it. */
        UNCHECKED
    }

    /** A cell changed by hand by {@code difference} after summing up. */
    public record Adjustment(
            CellKey cell, BigDecimal difference, @Nullable String reason) {}
}
