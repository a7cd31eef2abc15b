package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.Severity;
import gongkai.annualreport.checking.Checks;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.ConsolidationSubject;
import gongkai.annualreport.checking.ConsolidationSubject.Standing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the tables of many reports of one year and format, cell by cell. What a member left blank counts as 0 and is noted; figures in
 * different units are never added.
 */
public final class Merger {
    private final List<Member> members;
    private final ReportFormat format;
    private final List<Finding> findings = new ArrayList<>();

    private Merger(List<Member> members, ReportFormat format) {
        this.members = members;
        this.format = format;
    }

    /**
     * Merges the members into one report of {@code organ}, or says which of them do not belong together.
     *
     * <pre>{@code
     * switch (Merger.merge(members, "洛阳市人民政府")) {
     *     case Merge.Merged merged -> show(merged.report(), merged.contributions());
     *     case Merge.Refused refused -> show(refused.findings());
     * }
     * }</pre>
     */
    public static Merge merge(List<Member> members, String organ) {
        var years = members.stream()
                .map(member -> member.report().year())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var formats = members.stream()
                .map(member -> member.report().format())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (years.size() != 1 || formats.size() != 1) {
            return new Merge.Refused(Membership.disagreements(members));
        }
        var merger = new Merger(List.copyOf(members), formats.getFirst());
        return merger.merge(organ, years.getFirst());
    }

    private Merge.Merged merge(String organ, int year) {
        var cells = new LinkedHashMap<CellKey, Cell>();
        var contributions = new LinkedHashMap<CellKey, List<Contribution>>();
        for (var key : format.cells(found())) {
            var brought = Contribution.of(members, key, alternative(key));
            contributions.put(key, brought);
            cells.put(key, sum(key, brought));
        }
        noteCellsLeftOut(cells.keySet());
        noteCellsWithoutFigure(contributions);
        var report = MergedText.report(members, format, organ, year, cells);
        return new Merge.Merged(report, contributions, checkup(report, year));
    }

    /** What was noted while adding up, and what the rules about sums say. */
    private Checkup checkup(AnnualReport report, int year) {
        var parts = members.stream()
                .map(member -> new ConsolidationSubject.Member(
                        member.name(),
                        member.report(),
                        member.checkup().hasErrors() ? Standing.HAS_ERRORS : Standing.PASSED,
                        member.file()))
                .toList();
        var checkup = Checks.check(new ConsolidationSubject(year, parts, report));
        var all = new ArrayList<>(checkup.findings());
        all.addAll(findings);
        all.sort(Comparator.comparing(Finding::severity));
        return new Checkup(all, checkup.unjudged());
    }

    private Cell sum(CellKey key, List<Contribution> brought) {
        var figures = brought.stream().filter(one -> one.value() != null).toList();
        if (figures.isEmpty()) {
            return Cell.BLANK;
        }
        var units = figures.stream()
                .filter(Contribution::hasWeight)
                .map(one -> inFull(key, one.unit()))
                .distinct()
                .toList();
        if (units.size() > 1) {
            findings.add(new Finding(
                    "CON-SUM",
                    Severity.ERROR,
                    List.of(key),
                    Place.NONE,
                    CellNames.of(format, key) + "：成员所用单位不一致，未合计（"
                            + figures.stream()
                                    .filter(Contribution::hasWeight)
                                    .map(one -> one.organ() + " " + one.shown())
                                    .collect(Collectors.joining("；"))
                            + "）",
                    null,
                    null));
            return Cell.BLANK;
        }
        var total = figures.stream()
                .map(Contribution::value)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var unit = figures.stream()
                .filter(Contribution::hasWeight)
                .map(Contribution::unit)
                .findFirst()
                .orElse("");
        return new Cell.Figure(total, unit.isEmpty() ? null : total.toPlainString() + unit);
    }

    /** The unit a figure is in: the one written beside it, else the column's own. */
    private String inFull(CellKey key, String unit) {
        return unit.isEmpty() ? CellNames.unit(format, key) : unit;
    }

    private Set<CellKey> found() {
        var found = new LinkedHashSet<CellKey>();
        for (var member : members) {
            member.report().cells().forEach((key, cell) -> {
                if (!cell.equals(Cell.MISSING)) {
                    found.add(key);
                }
            });
        }
        return found;
    }

    private ReportFormat.@Nullable Alternative alternative(CellKey key) {
        for (var table : format.tables()) {
            for (var part : table.parts()) {
                for (var alternative : part.alternatives()) {
                    if (table.key().equals(key.table()) && alternative.key().equals(key.line())) {
                        return alternative;
                    }
                }
            }
        }
        return null;
    }

    /** Cells of another format that a member mixes in have no place in the sum; that must not happen silently. */
    private void noteCellsLeftOut(Collection<CellKey> merged) {
        var replaced = format.tables().stream()
                .flatMap(table -> table.parts().stream())
                .flatMap(part -> part.alternatives().stream())
                .flatMap(alternative -> alternative.replaces().stream())
                .collect(Collectors.toSet());
        for (var member : members) {
            var left = member.report().cells().entrySet().stream()
                    .filter(entry -> entry.getValue() instanceof Cell.Figure)
                    .map(Map.Entry::getKey)
                    .filter(key -> !merged.contains(key) && !replaced.contains(key.line()))
                    .toList();
            if (!left.isEmpty()) {
                findings.add(new Finding(
                        "CON-SUM",
                        Severity.WARN,
                        left,
                        Place.NONE,
                        member.name() + "有" + left.size() + "个数据格不属于" + format.name() + "的格式，未计入汇总",
                        null,
                        null));
            }
        }
    }

    private void noteCellsWithoutFigure(Map<CellKey, List<Contribution>> contributions) {
        for (int i = 0; i < members.size(); i++) {
            int member = i;
            var without = contributions.entrySet().stream()
                    .filter(entry -> entry.getValue().get(member).value() == null)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!without.isEmpty()) {
                findings.add(new Finding(
                        "CON-SUM",
                        Severity.INFO,
                        without,
                        Place.NONE,
                        members.get(i).name() + "有" + without.size() + "个数据格没有数字，汇总时按0计",
                        null,
                        null));
            }
        }
    }
}
