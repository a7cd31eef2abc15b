package gongkai.annualreport.planted;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.Period;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A report in the making: what it prints and what is true of it. A fresh draft is an exemplary report: every figure balanced, every
 * part there, prose and tables in agreement.
 */
public final class Draft {
    /** One of the six parts: its heading as printed, its paragraphs as printed. */
    static final class Part {
        String heading;
        final List<String> paragraphs;

        Part(String heading, List<String> paragraphs) {
            this.heading = heading;
            this.paragraphs = new ArrayList<>(paragraphs);
        }
    }

    final Form form;
    final Random random;
    int year;
    /** The organ as the title names it. */
    @Nullable
    String organ;

    final OrganLevel level;
    /** The title as the reader should give it, without white space; null when there is none to find. */
    @Nullable
    String title;
    /** The printed lines of the title; empty when it has none. */
    List<String> titleLines;

    @Nullable
    Period period;

    @Nullable
    LocalDate publishedOn;

    final List<String> above = new ArrayList<>();
    final List<String> preamble = new ArrayList<>();
    final Map<SectionKey, Part> parts = new EnumMap<>(SectionKey.class);
    final List<SectionKey> order = new ArrayList<>(List.of(SectionKey.values()));
    final List<String> closing = new ArrayList<>();
    final List<String> below = new ArrayList<>();

    boolean singleOther;
    /** The old first block of table two in a report of the new form. */
    boolean oldFirstBlock;

    final Map<CellKey, String> printed = new LinkedHashMap<>();
    final Map<CellKey, Cell> truth = new LinkedHashMap<>();
    /** Cells of which a reader may also say that it cannot know them. A wrong figure is still wrong. */
    final Set<CellKey> doubtful = new LinkedHashSet<>();
    /** Labels printed instead of the official ones, by the official one. */
    final Map<String, String> labels = new LinkedHashMap<>();

    final Set<String> droppedRows = new LinkedHashSet<>();
    final Set<String> droppedTables = new LinkedHashSet<>();
    /** Changes to the drawn page, after everything else. */
    final List<UnaryOperator<List<Piece>>> redrawings = new ArrayList<>();

    final List<PlantedError> errors = new ArrayList<>();
    /** Rules of severity ERROR this draft may also set off, besides those its figures imply. */
    final Set<String> tolerated = new LinkedHashSet<>();

    @Nullable
    Draft previous;
    /** Whether the printed title can be told apart as title, organ and year. */
    boolean judgeTitle = true;

    boolean judgeText = true;

    /** @param cells the cells the finding must name; empty when any will do */
    record PlantedError(String rule, List<CellKey> cells) {}

    /** How large and how many the figures are. */
    enum Figures {
        VARIED,
        MOSTLY_ZERO,
        LARGE
    }

    Draft(Form form, int year, String organ, OrganLevel level, Figures figures, long seed) {
        this.form = form;
        this.year = year;
        this.organ = organ;
        this.level = level;
        this.random = new Random(seed);
        this.singleOther = form == Form.OF_2019;
        this.title = organ + year + "年政府信息公开工作年度报告";
        this.titleLines = List.of(title);
        this.period = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        this.publishedOn = LocalDate.of(year + 1, 1, 20);
        fill(figures);
        Prose.fill(this, organ);
    }

    boolean isGovernment() {
        return organ != null && organ.endsWith("人民政府");
    }

    // ---- figures

    void set(String key, long value) {
        set(CellKey.of(key), Long.toString(value), Cell.of(value));
    }

    void set(CellKey key, String text, Cell cell) {
        printed.put(key, text);
        truth.put(key, cell);
    }

    long figure(String key) {
        return truth.get(CellKey.of(key)) instanceof Cell.Figure figure
                ? figure.value().longValue()
                : 0;
    }

    void lose(CellKey key) {
        printed.remove(key);
        truth.put(key, Cell.MISSING);
    }

    private void fill(Figures figures) {
        form.cells(singleOther).forEach(key -> set(key.toString(), 0));
        var rows = form.t3Rows(singleOther);
        for (var applicant : Form.APPLICANTS) {
            long sum = 0;
            for (var row : rows) {
                if (row.isResult()) {
                    long value = some(figures);
                    set("t3." + row.key() + "." + applicant, value);
                    sum += value;
                }
            }
            long out = some(figures);
            long in = Math.min(some(figures), sum + out);
            set("t3.result_total." + applicant, sum);
            set("t3.carried_out." + applicant, out);
            set("t3.carried_in." + applicant, in);
            set("t3.new_received." + applicant, sum + out - in);
        }
        for (var row : rows) {
            total(row.key());
        }
        for (var group : Form.T4_GROUPS) {
            long sum = 0;
            for (var column : Form.T4_COLUMNS.subList(0, 4)) {
                long value = some(figures);
                set("t4." + group + "." + column, value);
                sum += value;
            }
            set("t4." + group + ".total", sum);
        }
        fillTableTwo(figures);
    }

    private void fillTableTwo(Figures figures) {
        for (var row : List.of("regulation", "normative")) {
            boolean zero = row.equals("regulation") && !isGovernment();
            long first = zero ? 0 : some(figures);
            long second = zero ? 0 : some(figures);
            long third = zero ? 0 : first + 1 + some(figures);
            if (form == Form.OF_2021) {
                set("t2." + row + ".issued", first);
                set("t2." + row + ".repealed", second);
                set("t2." + row + ".effective", third);
            } else {
                set("t2." + row + ".made", first + second);
                set("t2." + row + ".new_public", first);
                set("t2." + row + ".total_public", third);
            }
        }
        for (var key : form.cells(singleOther)) {
            if (!key.table().equals("t2") || List.of("regulation", "normative").contains(key.line())) {
                continue;
            }
            switch (key.column()) {
                case "amount" -> {
                    var value = BigDecimal.valueOf(some(figures) * 10 + 7, 2);
                    set(key, value.toPlainString(), new Cell.Figure(value, null));
                }
                case "items_delta" -> set(key.toString(), random.nextInt(5));
                default -> set(key.toString(), 1 + some(figures));
            }
        }
    }

    /** Makes the total column of a row of table three the sum of the applicants. */
    void total(String row) {
        set(
                "t3." + row + ".total",
                Form.APPLICANTS.stream()
                        .mapToLong(column -> figure("t3." + row + "." + column))
                        .sum());
    }

    private long some(Figures figures) {
        return switch (figures) {
            case VARIED -> random.nextInt(12) == 0 ? 0 : random.nextInt(60);
            case MOSTLY_ZERO -> random.nextInt(25) == 0 ? 1 + random.nextInt(3) : 0;
            case LARGE -> 1000 + random.nextInt(90000);
        };
    }

    // ---- the page

    String label(String official) {
        return labels.getOrDefault(official, official);
    }

    /** The page, top to bottom. */
    List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        above.forEach(line -> pieces.add(new Line(Role.AROUND, line)));
        titleLines.forEach(line -> pieces.add(new Line(Role.TITLE, line)));
        preamble.forEach(line -> pieces.add(new Line(Role.PROSE, line)));
        for (var key : order) {
            var part = parts.get(key);
            if (part == null) {
                continue;
            }
            pieces.add(new Line(Role.HEADING, part.heading));
            part.paragraphs.forEach(line -> pieces.add(new Line(Role.PROSE, line)));
            var table = switch (key) {
                case PROACTIVE -> Tables.second(this);
                case REQUESTS -> Tables.third(this);
                case REMEDIES -> Tables.fourth(this);
                default -> null;
            };
            if (table != null && !droppedTables.contains(table.name())) {
                pieces.add(table);
            }
        }
        closing.forEach(line -> pieces.add(new Line(Role.PROSE, line)));
        below.forEach(line -> pieces.add(new Line(Role.AROUND, line)));
        List<Piece> page = pieces;
        for (var redrawing : redrawings) {
            page = redrawing.apply(page);
        }
        return page;
    }
}
