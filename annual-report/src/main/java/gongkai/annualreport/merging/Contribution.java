package gongkai.annualreport.merging;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one member brings to one cell of the merged report.
 *
 * @param organ the member's organ, or its file where the organ is not known
 * @param value the number added; null where the member's cell holds none, which counts as 0
 * @param unit the unit the member wrote beside the number; empty where it wrote none, so that it is the table's own
 * @param note what is special about it, in Chinese; empty where nothing is
 */
public record Contribution(
        String organ, String file, @Nullable BigDecimal value, String unit, String note) {
    /** The money and scale words that change what a number means; 件, 项, 条 do not. */
    private static final Pattern UNIT = Pattern.compile("[\\d０-９.．]\\s*([万亿]元?|元)");

    static Contribution of(Member member, CellKey key, ReportFormat.@Nullable Alternative alternative) {
        var report = member.report();
        var cell = report.cell(key);
        return cell == null && alternative != null && alternative.key().equals(key.line())
                ? ofReplaced(member, key, alternative)
                : ofCell(member, cell);
    }

    private static Contribution ofCell(Member member, @Nullable Cell cell) {
        return switch (cell) {
            case Cell.Figure figure ->
                of(member, figure.value(), unit(figure.raw()), figure.raw() == null ? "" : "原文“" + figure.raw() + "”");
            case Cell.Blank ignored -> of(member, null, "", "未填，按0计");
            case Cell.Words words -> of(member, null, "", "原文“" + words.raw() + "”，按0计");
            case Cell.Missing ignored -> of(member, null, "", "缺少此格，按0计");
            case null -> of(member, null, "", "缺少此格，按0计");
        };
    }

    /** The rows the single row stands for, added up, for a member that has them in its place. */
    private static Contribution ofReplaced(Member member, CellKey key, ReportFormat.Alternative alternative) {
        var parts = new ArrayList<Contribution>();
        for (var line : alternative.replaces()) {
            parts.add(ofCell(member, member.report().cell(CellKey.of(key.table(), line, key.column()))));
        }
        var values = parts.stream().map(Contribution::value).filter(Objects::nonNull);
        var sum = values.reduce(BigDecimal::add).orElse(null);
        boolean complete = parts.stream().allMatch(part -> part.value() != null);
        return of(
                member,
                sum,
                "",
                sum == null ? "所含各行均未填，按0计" : "所含" + parts.size() + "行之和" + (complete ? "" : "，其中未填的按0计"));
    }

    private static Contribution of(Member member, @Nullable BigDecimal value, String unit, String note) {
        return new Contribution(member.name(), member.file(), value, unit, note);
    }

    static String unit(@Nullable String raw) {
        var matcher = UNIT.matcher(raw == null ? "" : raw);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Whether it can tell what unit the sum is in: nothing and 0 are the same in any unit. */
    boolean hasWeight() {
        return value != null && value.signum() != 0;
    }

    /** The number as a person reads it, with the unit where the member wrote one. */
    public String shown() {
        return value == null ? "" : value.toPlainString() + unit;
    }

    static List<Contribution> of(List<Member> members, CellKey key, ReportFormat.@Nullable Alternative alternative) {
        return members.stream().map(member -> of(member, key, alternative)).toList();
    }
}
