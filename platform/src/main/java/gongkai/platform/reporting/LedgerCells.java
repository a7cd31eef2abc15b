package gongkai.platform.reporting;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import gongkai.platform.organ.OrganId;
import gongkai.platform.remedy.Remedies;
import gongkai.platform.remedy.RemedyCase;
import gongkai.platform.remedy.TableFour;
import gongkai.platform.request.TableThreeFigures;
import gongkai.platform.request.procedure.ApplicantKind;
import gongkai.platform.request.procedure.TableThreeRow;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The cells of tables 3 and 4 of an organ and year, counted from the ledgers, and the records behind each. */
@Service
public class LedgerCells {
    private static final String TABLE_3 = "t3";
    private static final String TABLE_4 = "t4";
    private static final String TOTAL = "total";
    private static final int LAST_YEAR = 2999;

    /** The single row 其他处理 of the format of 2019. */
    private static final String OTHER_TOTAL = "other_total";

    private final TableThreeFigures requests;
    private final Remedies remedies;

    LedgerCells(TableThreeFigures requests, Remedies remedies) {
        this.requests = requests;
        this.remedies = remedies;
    }

    /** A record behind a cell: {@code type} is {@code request} or {@code remedy}. */
    public record Behind(String type, String id, String title) {}

    /** The official format of that year; none before there was one. */
    public Optional<ReportFormat> format(int year) {
        return year > LAST_YEAR ? Optional.empty() : ReportFormats.official().forYear(year);
    }

    /** All cells of tables 3 and 4, 0 where nothing happened, in the order of the form. */
    public Map<CellKey, Integer> of(OrganId organ, int year, ReportFormat format) {
        return of(List.of(organ), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), format);
    }

    /** The same of those organs together, from the first day to the last. */
    public Map<CellKey, Integer> of(Collection<OrganId> organs, LocalDate first, LocalDate last, ReportFormat format) {
        var counts = requests.of(organs, first, last);
        var four = TableFour.of(
                remedies.within(organs, first, last).stream()
                        .map(RemedyCase::counted)
                        .toList(),
                first,
                last);
        var cells = new java.util.LinkedHashMap<CellKey, Integer>();
        for (var key : keys(format)) {
            if (key.table().equals(TABLE_3)) {
                var rows = rows(key);
                var kinds = kinds(key);
                cells.put(
                        key,
                        counts.stream()
                                .filter(count -> kinds.contains(count.kind())
                                        && rows.stream().anyMatch(count::in))
                                .mapToInt(TableThreeFigures.Count::number)
                                .sum());
            } else {
                cells.put(key, four.getOrDefault(inTableFour(key), 0));
            }
        }
        return cells;
    }

    /** The records behind a cell of {@link #keys}, all of them. */
    public List<Behind> behind(OrganId organ, int year, CellKey key) {
        return behind(List.of(organ), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), key);
    }

    /** The same of those organs together, from the first day to the last. */
    public List<Behind> behind(Collection<OrganId> organs, LocalDate first, LocalDate last, CellKey key) {
        if (key.table().equals(TABLE_3)) {
            return requests.behind(organs, first, last, rows(key), kinds(key)).stream()
                    .map(request -> new Behind("request", request.number(), request.title()))
                    .toList();
        }
        var cell = inTableFour(key);
        return remedies.within(organs, first, last).stream()
                .filter(remedy ->
                        TableFour.of(List.of(remedy.counted()), first, last).getOrDefault(cell, 0) == 1)
                .map(remedy -> new Behind(
                        "remedy", String.valueOf(remedy.id()), remedy.kind().label() + " " + remedy.caseNo()))
                .toList();
    }

    /** The cells that are counted from the ledgers. */
    public static List<CellKey> keys(ReportFormat format) {
        return format.cells().stream()
                .filter(key -> key.table().equals(TABLE_3) || key.table().equals(TABLE_4))
                .toList();
    }

    private static Set<TableThreeRow> rows(CellKey key) {
        if (key.line().equals(OTHER_TOTAL)) {
            return EnumSet.of(
                    TableThreeRow.OTHER_NO_CORRECTION, TableThreeRow.OTHER_NO_PAYMENT, TableThreeRow.OTHER_MISC);
        }
        return EnumSet.of(TableThreeRow.valueOf(key.line().toUpperCase(Locale.ROOT)));
    }

    private static Set<ApplicantKind> kinds(CellKey key) {
        return Arrays.stream(ApplicantKind.values())
                .filter(kind -> key.column().equals(TOTAL) || key.column().equals(kind.column()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ApplicantKind.class)));
    }

    private static String inTableFour(CellKey key) {
        return key.toString().substring(TABLE_4.length() + 1);
    }
}
