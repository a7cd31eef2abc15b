package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.reading.Item.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends each row of each table to the table of the report it belongs to. */
final class ReportTables {
    private enum Part {
        NONE,
        CLAUSES,
        REQUESTS,
        REMEDIES
    }

    private final ClauseTable clauses = new ClauseTable();
    private final RequestTable requests = new RequestTable();
    private final RemedyTable remedies = new RemedyTable();
    private final List<Place> images = new ArrayList<>();
    private Part part = Part.NONE;
    private int number;

    void read(List<Item> items, List<Headings.Heading> headings) {
        var sections = new HashMap<Integer, SectionKey>();
        headings.forEach(heading -> sections.put(heading.item(), heading.key()));
        boolean tabled = headings.isEmpty();
        for (int i = 0; i < items.size(); i++) {
            var section = sections.get(i);
            if (section != null) {
                part = switch (section) {
                    case PROACTIVE -> Part.CLAUSES;
                    case REQUESTS -> Part.REQUESTS;
                    case REMEDIES -> Part.REMEDIES;
                    case OVERVIEW, PROBLEMS, OTHER -> Part.NONE;
                };
                tabled = part != Part.NONE;
            }
            if (items.get(i) instanceof Item.Line line && isCaption(line.text())) {
                take(
                        new Item.TableRow(List.of(new Item.Token(line.text(), -1, line.place())), true, line.place()),
                        false);
            }
            if (items.get(i) instanceof Table table) {
                number++;
                for (var row : table.rows()) {
                    take(row, table.aligned());
                }
            } else if (items.get(i) instanceof Item.Image image && tabled) {
                images.add(image.place());
            }
        }
    }

    /** Whether a line alone is a clause line or note of a table, left outside the grid it belongs to. */
    static boolean isCaption(String text) {
        return text.length() < 60 && (ClauseWords.clause(text) != null || text.contains("勾稽关系"));
    }

    private void take(Item.TableRow row, boolean aligned) {
        int from = 0;
        var tokens = row.tokens();
        var next = part;
        for (int i = 0; i < tokens.size(); i++) {
            var marked = marked(tokens.get(i));
            if (marked != Part.NONE && marked != next) {
                if (!row.whole() && i > from) {
                    send(new Item.TableRow(tokens.subList(from, i), false, row.place()), next, aligned);
                    from = i;
                }
                next = marked;
            }
        }
        part = next;
        send(
                from == 0 ? row : new Item.TableRow(tokens.subList(from, tokens.size()), row.whole(), row.place()),
                next,
                aligned);
    }

    private void send(Item.TableRow row, Part to, boolean aligned) {
        switch (to) {
            case CLAUSES -> clauses.take(row, aligned, number);
            case REQUESTS -> requests.take(row, aligned, number);
            case REMEDIES -> remedies.take(row, aligned, number);
            case NONE -> {}
        }
    }

    private static Part marked(Item.Token token) {
        var text = token.text();
        if (text.length() < 3 || text.length() > 90 || token.isValue()) {
            return Part.NONE;
        }
        if (ClauseWords.clause(text) != null) {
            return Part.CLAUSES;
        }
        if (text.contains("勾稽")) {
            return Part.REQUESTS;
        }
        var label = token.label();
        if (label.length() < 3 || label.equals("其他结果")) {
            return Part.NONE;
        }
        if (ClauseWords.OFFICIAL.isColumn(label)) {
            return Part.CLAUSES;
        }
        if (!RequestWords.OFFICIAL.rowsExactly(label).isEmpty() || RequestWords.OFFICIAL.isHeader(label)) {
            return Part.REQUESTS;
        }
        return Vocabulary.OFFICIAL.isRemedyHeader(label) ? Part.REMEDIES : Part.NONE;
    }

    /** Judges the format and puts the cells down; null if there is no table of a report. */
    @Nullable
    ReportFormat assign(@Nullable Integer year, Findings out) {
        requests.match(out);
        for (var place : images) {
            out.note("READ-PICTURE", place, "此处是图片，其中的表格和文字无法读取，请提供可以选中文字的文件");
        }
        if (clauses.isEmpty() && requests.isEmpty() && remedies.isEmpty()) {
            return null;
        }
        var votes = new HashMap<String, Double>();
        clauses.vote(votes);
        requests.vote(votes);
        var format = judged(votes, year);
        clauses.assign(format.key(), out);
        requests.assign(format, out);
        remedies.assign(format, out);
        return format;
    }

    private static ReportFormat judged(Map<String, Double> votes, @Nullable Integer year) {
        var formats = ReportFormats.official();
        double most = votes.isEmpty() ? 0 : Collections.max(votes.values());
        var best = formats.all().stream()
                .filter(format -> votes.getOrDefault(format.key(), 0.0) == most)
                .toList();
        var byYear = year == null ? null : formats.forYear(year).orElse(null);
        return byYear != null && (most < 1 || best.contains(byYear))
                ? byYear
                : best.stream()
                        .max(Comparator.comparingInt(ReportFormat::fromYear))
                        .orElseThrow();
    }

    List<String> found() {
        var found = new ArrayList<String>();
        if (!clauses.isEmpty()) {
            found.add("t2");
        }
        if (!requests.isEmpty()) {
            found.add("t3");
        }
        if (!remedies.isEmpty() || remedies.isSeen()) {
            found.add("t4");
        }
        return found;
    }

    boolean pictures() {
        return !images.isEmpty() && found().size() < 3;
    }
}
