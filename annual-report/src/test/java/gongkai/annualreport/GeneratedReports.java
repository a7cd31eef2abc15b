package gongkai.annualreport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.jspecify.annotations.Nullable;

/**
 * Reports in every official format, as reading a file gives them: what is stated twice (organ and year in the title, the period in the
 * preamble, the date in the closing) agrees. Registered for every jqwik property with an {@link AnnualReport} argument.
 */
public final class GeneratedReports implements ArbitraryProvider {
    private static final List<String> ORGANS = List.of(
            "乐清市司法局",
            "三门峡市陕州区司法局",
            "洛阳市人民政府办公室",
            "杭州市人民政府",
            "大理白族自治州生态环境局",
            "内蒙古自治区呼伦贝尔市鄂温克族自治旗人力资源和社会保障局",
            "红桥区市场监督管理局",
            "莱阳市自然资源和规划局",
            "徐闻县曲界镇人民政府",
            "河南省发展和改革委员会");

    private static final List<String> OVERVIEW = List.of(
            "（一）主动公开情况",
            "全年通过政府网站公开信息350余条，其中政策文件21条、财政信息8条、其他动态信息321条，及时回应社会关切。",
            "（二）依申请公开情况",
            "依法规范办理政府信息公开申请，严格登记、审核、办理、答复、归档各个环节。",
            "（三）政府信息管理情况",
            "严格落实“先审查、后公开”“一事一审”原则，对拟公开的信息进行保密审查，做到涉密信息不上网、上网信息不涉密；对已经公开的规范性文件实行动态管理，并按照《中华人民共和国政府信息公开条例》第十七条的规定落实审查责任。",
            "（四）政府信息公开平台建设情况",
            "对政府信息公开专栏进行优化，网址为https://www.example.gov.cn/col/col1229.html，方便群众查阅。",
            "（五）监督保障情况",
            "明确一名副局长分管、1名专职人员负责政府信息公开工作，全年开展业务培训2次，接受社会评议，未发生责任追究情形。");
    private static final List<String> PROBLEMS = List.of(
            "（一）存在的主要问题",
            "一是公开的内容与群众的期待还有差距；二是政策解读形式较为单一；三是工作人员业务能力有待提高。",
            "（二）改进情况",
            "针对上年度存在的问题，我单位加强了业务培训，丰富了解读形式，公开的时效性明显提升。",
            "下一步将继续完善制度，细化公开目录，提高答复的规范化水平。");
    private static final List<String> OTHER =
            List.of("按照《政府信息公开信息处理费管理办法》的规定，本年度未收取信息处理费。", "本年度承办人大代表建议3件、政协委员提案5件，均已按时办复并公开。", "无其他需要报告的事项。");
    private static final List<String> NOTES = List.of("详见下表。", "本年度主动公开政府信息的情况如下：");

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(AnnualReport.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        return Set.of(reports());
    }

    /** Reports in all official formats. */
    public static Arbitrary<AnnualReport> reports() {
        return Arbitraries.of(ReportFormats.official().all()).flatMap(GeneratedReports::reports);
    }

    /** Reports in one format. */
    public static Arbitrary<AnnualReport> reports(ReportFormat format) {
        int last = format.toYear() == null ? format.fromYear() + 6 : format.toYear();
        var years = Arbitraries.integers().between(format.fromYear(), last);
        return Combinators.combine(
                        years,
                        Arbitraries.of(ORGANS),
                        Arbitraries.of(true, false),
                        signatures(),
                        texts(),
                        cells(format))
                .as((year, organ, statesPeriod, signature, texts, cells) ->
                        report(format, year, organ, statesPeriod, signature, texts, cells));
    }

    private static AnnualReport report(
            ReportFormat format,
            int year,
            String organ,
            boolean statesPeriod,
            Signature signature,
            Map<SectionKey, String> texts,
            Map<CellKey, Cell> cells) {
        var period = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        var stated = "本报告中所列数据的统计期限自%d年1月1日起至%d年12月31日止。".formatted(year, year);
        var preamble = "根据《中华人民共和国政府信息公开条例》和上级有关要求，编制本报告。" + (statesPeriod ? stated : "");
        var publishedOn = signature.daysAfter() == null
                ? null
                : LocalDate.of(year + 1, 1, 1).plusDays(signature.daysAfter());
        var sections = new ArrayList<Section>();
        for (var title : format.sections()) {
            var number = "一二三四五六".charAt(title.key().ordinal());
            sections.add(new Section(title.key(), number + "、" + title.title(), texts.getOrDefault(title.key(), "")));
        }
        return new AnnualReport(
                format,
                year,
                organ,
                organ + year + "年政府信息公开工作年度报告",
                null,
                statesPeriod ? period : null,
                publishedOn,
                preamble,
                sections,
                closing(organ, publishedOn, signature.signed()),
                cells);
    }

    private static String closing(String organ, @Nullable LocalDate publishedOn, boolean signed) {
        if (publishedOn == null) {
            return "";
        }
        var date = publishedOn.getYear() + "年" + publishedOn.getMonthValue() + "月" + publishedOn.getDayOfMonth() + "日";
        return signed ? organ + "\n" + date : date;
    }

    /** @param daysAfter days after the end of the report year; null without a date, and then without a signature */
    private record Signature(@Nullable Integer daysAfter, boolean signed) {}

    private static Arbitrary<Signature> signatures() {
        return Combinators.combine(Arbitraries.integers().between(4, 60).injectNull(0.3), Arbitraries.of(true, false))
                .as(Signature::new);
    }

    private static Arbitrary<Map<SectionKey, String>> texts() {
        return Combinators.combine(
                        paragraphs(OVERVIEW, 1), paragraphs(NOTES, 0), paragraphs(PROBLEMS, 1), paragraphs(OTHER, 1))
                .as((overview, note, problems, other) -> {
                    var texts = new LinkedHashMap<SectionKey, String>();
                    texts.put(SectionKey.OVERVIEW, overview);
                    texts.put(SectionKey.PROACTIVE, note);
                    texts.put(SectionKey.PROBLEMS, problems);
                    texts.put(SectionKey.OTHER, other);
                    return texts;
                });
    }

    private static Arbitrary<String> paragraphs(List<String> from, int atLeast) {
        return Arbitraries.subsetOf(from)
                .ofMinSize(atLeast)
                .map(chosen ->
                        String.join("\n", from.stream().filter(chosen::contains).toList()));
    }

    private static Arbitrary<Map<CellKey, Cell>> cells(ReportFormat format) {
        return Combinators.combine(
                        Arbitraries.of(Mood.values()),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.randomValue(random -> random.nextLong()))
                .as((mood, single, lostRow, seed) -> cells(format, mood, single, lostRow, new Random(seed)));
    }

    /** What kind of figures a report is full of. */
    private enum Mood {
        ZERO,
        SMALL,
        LARGE,
        MIXED
    }

    private static Map<CellKey, Cell> cells(
            ReportFormat format, Mood mood, boolean single, int lostRow, Random random) {
        var cells = new LinkedHashMap<CellKey, Cell>();
        for (var table : format.tables()) {
            for (var part : table.parts()) {
                for (var row : rows(part, single)) {
                    boolean lost = mood == Mood.MIXED
                            && !row.path().isEmpty()
                            && table.parts().size() == 1
                            && part.rows().indexOf(row) == 4 + lostRow;
                    for (var column : part.columns()) {
                        cells.put(
                                ReportFormat.key(table, row, column), lost ? Cell.MISSING : cell(mood, column, random));
                    }
                }
            }
        }
        return cells;
    }

    private static List<ReportFormat.Row> rows(ReportFormat.Part part, boolean single) {
        if (!single || part.alternatives().isEmpty()) {
            return part.rows();
        }
        var rows = new ArrayList<ReportFormat.Row>();
        for (var row : part.rows()) {
            var instead = part.alternatives().stream()
                    .filter(alternative -> alternative.replaces().contains(row.key()))
                    .findFirst()
                    .map(ReportFormat.Alternative::row)
                    .orElse(row);
            if (!rows.contains(instead)) {
                rows.add(instead);
            }
        }
        return rows;
    }

    private static Cell cell(Mood mood, ReportFormat.Column column, Random random) {
        if (column.unit().equals("万元") || column.unit().equals("不固定")) {
            return switch (random.nextInt(4)) {
                case 0 -> Cell.ZERO;
                case 1 -> new Cell.Figure(BigDecimal.valueOf(random.nextInt(10_000_000), 4), null);
                case 2 -> new Cell.Figure(BigDecimal.valueOf(random.nextInt(100_000), 2), null);
                default -> mood == Mood.MIXED ? noted(random.nextInt(100_000), "元") : Cell.of(random.nextInt(99_999));
            };
        }
        if (mood == Mood.MIXED) {
            switch (random.nextInt(12)) {
                case 0, 1 -> {
                    return Cell.BLANK;
                }
                case 2 -> {
                    return new Cell.Words(List.of("/", "—", "无").get(random.nextInt(3)));
                }
                case 3 -> {
                    int all = random.nextInt(100);
                    return noted(all, "（其中修订" + random.nextInt(all + 1) + "件）");
                }
                default -> {}
            }
        }
        if (column.signed() && random.nextInt(3) == 0) {
            return Cell.of(-random.nextInt(1, 30));
        }
        return switch (mood) {
            case ZERO -> Cell.ZERO;
            case SMALL -> Cell.of(random.nextInt(3) == 0 ? random.nextInt(20) : 0);
            case LARGE -> Cell.of(random.nextInt(100_000));
            case MIXED -> Cell.of(random.nextInt(1000));
        };
    }

    private static Cell noted(int value, String note) {
        return new Cell.Figure(BigDecimal.valueOf(value), value + note);
    }
}
