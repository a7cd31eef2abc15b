package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Checkup;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Two reports side by side.
 *
 * @param cells every cell that differs, in official order
 * @param sections every section whose words differ
 * @param findings what the rules across years say; none between versions of one year
 * @param unjudged which of those rules cannot be judged, and why
 */
public record Comparison(
        AnnualReport old,
        AnnualReport current,
        Kind kind,
        List<CellChange> cells,
        List<SectionChange> sections,
        List<Finding> findings,
        List<Checkup.Unjudged> unjudged) {

    /** How the two belong together. */
    public enum Kind {
        /** One year after the other: figures of last year carry into this. */
        CONSECUTIVE_YEARS("相邻两个年度"),
        /** The same year: two versions of one report. */
        VERSIONS("同一年度的两个版本"),
        /** Years that do not follow each other, or a year that is not known. */
        OTHER("年度不相邻，或有一份未写明年度");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** @param difference how much more there is now, where both are numbers */
    public record CellChange(
            CellKey key,
            String name,
            Cell old,
            Cell current,
            @Nullable BigDecimal difference) {}

    /** @param heading as the newer report has it, else as the older one had it */
    public record SectionChange(SectionKey key, String heading, Change change) {}

    /** What became of a section. */
    public enum Change {
        ADDED("新增"),
        REMOVED("删去"),
        REWORDED("改动");

        private final String title;

        Change(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public Comparison {
        cells = List.copyOf(cells);
        sections = List.copyOf(sections);
        findings = List.copyOf(findings);
        unjudged = List.copyOf(unjudged);
    }

    /** How the two belong together, by their years. */
    public static Kind kind(AnnualReport old, AnnualReport current) {
        if (old.year() == null || current.year() == null) {
            return Kind.OTHER;
        }
        return switch (current.year() - old.year()) {
            case 0 -> Kind.VERSIONS;
            case 1 -> Kind.CONSECUTIVE_YEARS;
            default -> Kind.OTHER;
        };
    }

    /**
     * Compares two reports.
     *
     * @param checkup the newer one checked with the older one as the previous year's; its rules across years are kept
     */
    public static Comparison of(AnnualReport old, AnnualReport current, Checkup checkup) {
        var kind = kind(old, current);
        return new Comparison(
                old,
                current,
                kind,
                cells(old, current),
                sections(old, current),
                checkup.findings().stream()
                        .filter(finding -> applies(finding.rule(), kind))
                        .toList(),
                checkup.unjudged().stream()
                        .filter(one -> applies(one.rule(), kind))
                        .toList());
    }

    /** Figures carry over from one year to the next only; text may be copied over any number of years, but not between versions. */
    private static boolean applies(String rule, Kind kind) {
        return switch (kind) {
            case CONSECUTIVE_YEARS -> rule.startsWith("XY-");
            case VERSIONS -> false;
            case OTHER -> rule.equals("XY-SIMILAR");
        };
    }

    /** Whether both name their organ and the names differ: then they may not be reports of one organ. */
    public boolean organsDiffer() {
        return old.organ() != null && current.organ() != null && !old.organ().equals(current.organ());
    }

    private static List<CellChange> cells(AnnualReport old, AnnualReport current) {
        var keys = new LinkedHashSet<>(current.cells().keySet());
        keys.addAll(old.cells().keySet());
        var changes = new ArrayList<CellChange>();
        for (var key : keys) {
            var before = Objects.requireNonNullElse(old.cell(key), Cell.MISSING);
            var after = Objects.requireNonNullElse(current.cell(key), Cell.MISSING);
            if (!same(before, after)) {
                var format = current.cell(key) == null ? old.format() : current.format();
                changes.add(new CellChange(
                        key,
                        format == null ? key.toString() : CellNames.of(format, key),
                        before,
                        after,
                        before instanceof Cell.Figure was && after instanceof Cell.Figure is
                                ? is.value().subtract(was.value())
                                : null));
            }
        }
        return changes;
    }

    /** Numbers are the same by value, {@code 12} and {@code １２}, unless what stands beside them differs in unit. */
    private static boolean same(Cell before, Cell after) {
        return before instanceof Cell.Figure was && after instanceof Cell.Figure is
                ? was.value().compareTo(is.value()) == 0
                        && Contribution.unit(was.raw()).equals(Contribution.unit(is.raw()))
                : before.equals(after);
    }

    private static List<SectionChange> sections(AnnualReport old, AnnualReport current) {
        var changes = new ArrayList<SectionChange>();
        for (var key : SectionKey.values()) {
            var before = old.section(key).orElse(null);
            var after = current.section(key).orElse(null);
            if (before != null && after != null && !before.text().equals(after.text())) {
                changes.add(new SectionChange(key, after.heading(), Change.REWORDED));
            } else if (before == null && after != null) {
                changes.add(new SectionChange(key, after.heading(), Change.ADDED));
            } else if (before != null && after == null) {
                changes.add(new SectionChange(key, before.heading(), Change.REMOVED));
            }
        }
        return changes;
    }
}
