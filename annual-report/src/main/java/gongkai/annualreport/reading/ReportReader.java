package gongkai.annualreport.reading;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.document.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Recognises the report in a document. */
public final class ReportReader {
    private static final Vocabulary WORDS = Vocabulary.OFFICIAL;

    private ReportReader() {}

    /** What the document holds. Never fails: a document without a report gives a report without cells and sections. */
    public static Reading read(Document document) {
        var all = Items.of(document);
        int end = Titles.secondReport(all);
        var items = end < all.size() ? all.subList(0, end) : all;
        var headings = Headings.find(items);
        var marks = headings.stream().map(heading -> items.get(heading.item())).toList();
        var whole = TextTables.replace(
                items, headings.stream().map(Headings.Heading::item).toList());
        var placed = placed(headings, marks, whole);
        var prose = new Prose(whole, placed, document.published());
        var tables = new ReportTables();
        tables.read(whole, placed);
        return reading(document, prose, tables, end < all.size() ? all.get(end).place() : null);
    }

    /** The headings at their positions among the items after tables were drawn together. */
    private static List<Headings.Heading> placed(List<Headings.Heading> headings, List<Item> marks, List<Item> items) {
        var placed = new ArrayList<Headings.Heading>();
        int at = 0;
        for (int i = 0; i < items.size() && at < marks.size(); i++) {
            if (items.get(i) == marks.get(at)) {
                placed.add(new Headings.Heading(
                        headings.get(at).key(), i, headings.get(at).length()));
                at++;
            }
        }
        return placed;
    }

    private static Reading reading(Document document, Prose prose, ReportTables tables, @Nullable Place second) {
        var out = new Findings();
        if (second != null) {
            out.note("READ-SECOND-REPORT", second, "文件中还有另一份年度报告，只读取了第一份");
        }
        var title = prose.title().text(document.pageTitle());
        var year = title == null ? null : Titles.year(title);
        var period = prose.period();
        if (year == null && period != null) {
            year = period.to().getYear();
        }
        var organ = title == null ? null : Titles.organ(title);
        var format = tables.assign(year, out);
        Map<CellKey, Cell> cells =
                format == null ? Map.of() : inOrder(out.cells, WORDS.cells(format, out.cells.keySet()));
        noteFormulas(cells, out);
        var report = new AnnualReport(
                format,
                year,
                organ == null ? prose.signedBy() : organ,
                title,
                prose.title().inner(),
                period,
                prose.published(),
                prose.preamble(),
                prose.sections(),
                prose.closing(),
                cells);
        var trace = new Reading.Trace(
                out.places,
                prose.places(),
                prose.title().place(),
                List.copyOf(out.labels),
                List.copyOf(out.oddRows),
                tables.found(),
                prose.periods(),
                tables.pictures());
        return new Reading(report, trace, out.notes);
    }

    /** The cells of the format in its order, missing ones too, then those found beyond it. */
    private static Map<CellKey, Cell> inOrder(Map<CellKey, Cell> found, List<CellKey> official) {
        if (official.equals(new ArrayList<>(found.keySet()))) {
            return found;
        }
        Map<CellKey, Cell> cells = LinkedHashMap.newLinkedHashMap(official.size());
        for (var key : official) {
            cells.put(key, found.getOrDefault(key, Cell.MISSING));
        }
        found.forEach(cells::putIfAbsent);
        return cells;
    }

    /** A formula whose result the sheet does not keep is no figure; its reader must hear why the figure is not read. */
    private static void noteFormulas(Map<CellKey, Cell> cells, Findings out) {
        cells.forEach((key, cell) -> {
            if (cell instanceof Cell.Words words && Figures.isFormula(words.raw())) {
                out.note(
                        "READ-FORMULA",
                        List.of(key),
                        out.places.getOrDefault(key, Place.NONE),
                        "此格是没有计算结果的公式“" + words.raw() + "”，没有当作数字；请用办公软件打开并重新保存，或填入数字");
            }
        });
    }
}
