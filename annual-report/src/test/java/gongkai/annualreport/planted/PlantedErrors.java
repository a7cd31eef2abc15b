package gongkai.annualreport.planted;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Period;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.planted.Deviation.Organ;
import gongkai.annualreport.planted.Draft.PlantedError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Every error of the catalogue that can stand in a file, each planted in an exemplary report. */
public final class PlantedErrors {
    private PlantedErrors() {}

    public static final List<Deviation> ALL = all();

    private static List<Deviation> all() {
        var all = new ArrayList<Deviation>();
        structure(all);
        cells(all);
        arithmetic(all);
        acrossYears(all);
        prose(all);
        return List.copyOf(all);
    }

    private static Deviation error(String rule, List<String> cells, Consumer<Draft> plant) {
        return Deviation.of(rule, draft -> {
            plant.accept(draft);
            expect(draft, rule, cells);
        });
    }

    private static Deviation error(String rule, Consumer<Draft> plant) {
        return error(rule, List.of(), plant);
    }

    private static void expect(Draft draft, String rule, List<String> cells) {
        draft.errors.add(new PlantedError(rule, cells.stream().map(CellKey::of).toList()));
    }

    private static void structure(List<Deviation> all) {
        all.add(error("STR-SECTION-MISSING", draft -> draft.parts.remove(SectionKey.PROBLEMS)));
        all.add(error("STR-SECTION-ORDER", draft -> {
            Collections.swap(draft.order, 4, 5);
            heading(draft, SectionKey.PROBLEMS, "六、存在的主要问题及改进情况");
            heading(draft, SectionKey.OTHER, "五、其他需要报告的事项");
        }));
        all.add(error("STR-SECTION-TITLE", draft -> heading(draft, SectionKey.PROBLEMS, "五、存在的问题和改进措施")));
        for (var table : List.of("t2", "t3", "t4")) {
            all.add(Deviation.of("STR-TABLE-MISSING " + table, draft -> {
                draft.droppedTables.add(table);
                draft.form.cells(draft.singleOther).stream()
                        .filter(key -> key.table().equals(table))
                        .forEach(draft::lose);
                draft.tolerated.addAll(Set.of("STR-ROW-MISSING"));
                expect(draft, "STR-TABLE-MISSING", List.of());
            }));
        }
        all.add(Deviation.of("STR-ROW-MISSING t2", draft -> Deviations.dropRow(draft, "t2", "coercion")));
        all.add(Deviation.of("STR-ROW-MISSING t3", draft -> {
            Form.T3_COLUMNS.forEach(column -> move(draft, "refused_mass_repeat", "refused_publication", column));
            Deviations.dropRow(draft, "t3", "refused_mass_repeat");
        }));
        all.add(error("STR-LABEL", draft -> draft.labels.put("2.重复申请", "2.重复的申请")));
        all.add(error("TTL-ORGAN", draft -> retitle(draft, "市司法局", "")).by(Organ.DEPARTMENT));
        all.add(error("TTL-WORD", draft -> {
            draft.title = draft.organ + draft.year + "年政府信息公开年度报告";
            draft.titleLines = List.of(draft.title);
        }));
        all.add(error("TTL-INNER", draft -> {
            var title = String.valueOf(draft.title);
            draft.titleLines = List.of(title, title.replace("年政府", "年度政府"));
            draft.judgeTitle = false;
        }));
        all.add(error("PER-MISSING", draft -> {
            draft.preamble.replaceAll(line -> line.replaceFirst("本报告所列数据的统计期限.*", ""));
            draft.period = null;
        }));
        all.add(error("PER-RANGE", draft -> {
            draft.preamble.replaceAll(line -> line.replace("12月31日", "11月30日"));
            draft.period = new Period(LocalDate.of(draft.year, 1, 1), LocalDate.of(draft.year, 11, 30));
        }));
        all.add(error(
                "PER-DUP",
                draft -> paragraph(
                        draft, SectionKey.OTHER, "本报告所列数据的统计期限自" + draft.year + "年1月1日起至" + draft.year + "年12月31日止。")));
        all.add(error("PUB-LATE", draft -> published(draft, LocalDate.of(draft.year + 1, 4, 12))));
        all.add(error("PUB-EARLY", draft -> published(draft, LocalDate.of(draft.year, 12, 25))));
        all.add(error("PUB-DATE-MISSING", draft -> {
            draft.closing.clear();
            draft.publishedOn = null;
        }));
    }

    private static void published(Draft draft, LocalDate day) {
        draft.closing.set(1, day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日");
        draft.publishedOn = day;
    }

    /** Another organ in the title, not in the rest. */
    private static void retitle(Draft draft, String organ, String rest) {
        draft.titleLines = List.of(organ + draft.year + "年" + rest + "政府信息公开工作年度报告");
        draft.title = draft.titleLines.getFirst();
        draft.organ = organ;
    }

    private static void cells(List<Deviation> all) {
        all.add(error(
                "CELL-NONINT",
                List.of("t2.penalty.decisions"),
                draft -> draft.set(
                        CellKey.of("t2.penalty.decisions"), "12.5", new Cell.Figure(new BigDecimal("12.5"), null))));
        all.add(error("CELL-NEG", List.of("t2.license.decisions"), draft -> draft.set("t2.license.decisions", -3)));
        all.add(error(
                "CELL-DECIMALS",
                List.of("t2.fee.amount"),
                draft -> draft.set(
                        CellKey.of("t2.fee.amount"), "3.14159", new Cell.Figure(new BigDecimal("3.14159"), null))));
        all.add(error(
                "CELL-UNIT",
                List.of("t2.fee.amount"),
                draft -> draft.set(
                        CellKey.of("t2.fee.amount"), "251000元", new Cell.Figure(new BigDecimal("251000"), "251000元"))));
        all.add(Deviation.of("CELL-BLANK-ALL t4", draft -> {
                    Form.T4_GROUPS.forEach(group -> Form.T4_COLUMNS.forEach(
                            column -> draft.set(CellKey.of("t4", group, column), "", Cell.BLANK)));
                    expect(draft, "CELL-BLANK-ALL", List.of("t4.rc.upheld", "t4.la.total"));
                })
                .whereEmptyCellsStay());
    }

    private static void arithmetic(List<Deviation> all) {
        all.add(error("T2-REG-POWER", List.of(), draft -> {
                    draft.set("t2.regulation.issued", 1);
                    draft.set("t2.regulation.effective", 6);
                })
                .by(Organ.DEPARTMENT));
        all.add(error("T2-EFF-LT-ISSUED", List.of(), draft -> {
            draft.set("t2.normative.issued", 9);
            draft.set("t2.normative.repealed", 2);
            draft.set("t2.normative.effective", 4);
        }));
        all.add(error("T2-EFF-EQ-ISSUED", List.of(), draft -> {
            draft.set("t2.normative.issued", 9);
            draft.set("t2.normative.repealed", 0);
            draft.set("t2.normative.effective", 9);
        }));
        all.add(new Deviation(
                "T2-NEW-GT-TOTAL",
                Form.OF_2019,
                Organ.EITHER,
                draft -> {
                    draft.set("t2.normative.new_public", 900000);
                    expect(draft, "T2-NEW-GT-TOTAL", List.of());
                },
                target -> true));
        all.add(error("T2-ZERO-DUTY", List.of(), draft -> {
                    draft.set("t2.license.decisions", 0);
                    draft.set("t2.penalty.decisions", 0);
                })
                .by(Organ.DEPARTMENT));
        all.add(error("T2-FEE-S6", List.of(), draft -> {
            draft.set(CellKey.of("t2.fee.amount"), "0.01", new Cell.Figure(new BigDecimal("0.01"), null));
            replace(draft, SectionKey.OTHER, "本机关未收取政府信息公开信息处理费", "本机关共收取政府信息公开信息处理费1380元");
        }));
        // What these imply is worked out by the oracle; the name says what is meant.
        all.add(Deviation.of("T3-BALANCE", draft -> {
            for (var column : List.of("welfare", "total")) {
                bump(draft, "t3.carried_out." + column, 3);
            }
            draft.tolerated.add("NAR-CARRY");
        }));
        all.add(Deviation.of("T3-RESULT-SUM", draft -> {
            bump(draft, "t3.denied_process.legal", 4);
            bump(draft, "t3.denied_process.total", 4);
        }));
        all.add(Deviation.of("T3-ROW-TOTAL", draft -> {
            bump(draft, "t3.granted.natural", 5);
            bump(draft, "t3.partial.natural", -Math.min(5, draft.figure("t3.partial.natural")));
        }));
        all.add(Deviation.of("T3-ROW-TOTAL二格互换", draft -> {
            draft.set("t3.granted.natural", 17);
            draft.set("t3.granted.enterprise", 71);
        }));
        all.add(error("T3-TOTAL-NO-ITEM", List.of(), draft -> {
            for (var row : draft.form.t3Rows(false)) {
                Form.T3_COLUMNS.forEach(column -> draft.set("t3." + row.key() + "." + column, 0));
            }
            draft.set("t3.new_received.total", 2);
            draft.set("t3.new_received.natural", 2);
            draft.set("t3.result_total.natural", 2);
            draft.set("t3.result_total.total", 2);
            claims(draft, "全年共收到政府信息公开申请2件，办结2件。");
        }));
        all.add(error("T3-CARRY-GT", List.of(), draft -> {
            draft.set("t3.carried_out.total", 9000000);
            draft.tolerated.add("NAR-CARRY");
        }));
        all.add(error("T3-NONE-BUT-T4", List.of(), draft -> {
            for (var row : draft.form.t3Rows(false)) {
                Form.T3_COLUMNS.forEach(column -> draft.set("t3." + row.key() + "." + column, 0));
            }
            draft.set("t4.rc.upheld", 2);
            draft.set("t4.rc.corrected", 0);
            draft.set("t4.rc.other", 0);
            draft.set("t4.rc.pending", 0);
            draft.set("t4.rc.total", 2);
            claims(draft, "全年共收到政府信息公开申请0件。");
        }));
        for (var group : Form.T4_GROUPS) {
            all.add(Deviation.of(
                    "T4-SUM-" + group.toUpperCase(java.util.Locale.ROOT),
                    draft -> bump(draft, "t4." + group + ".total", 1)));
        }
    }

    private static void bump(Draft draft, String key, long by) {
        draft.set(key, draft.figure(key) + by);
    }

    private static void move(Draft draft, String from, String to, String column) {
        bump(draft, "t3." + to + "." + column, draft.figure("t3." + from + "." + column));
    }

    /** The sentence about requests says this instead. */
    private static void claims(Draft draft, String sentence) {
        var overview = draft.parts.get(SectionKey.OVERVIEW);
        if (overview != null) {
            overview.paragraphs.set(2, "（二）依申请公开情况。" + sentence);
        }
    }

    private static void acrossYears(List<Deviation> all) {
        all.add(error("XY-CARRY", List.of("t3.carried_in.natural"), draft -> {
            previous(draft, old -> {
                old.set("t3.carried_out.natural", draft.figure("t3.carried_in.natural") + 2);
                old.set("t3.carried_out.total", draft.figure("t3.carried_in.total") + 2);
            });
            expect(draft, "XY-CARRY", List.of("t3.carried_in.total"));
        }));
        all.add(error(
                "XY-EFFECTIVE", List.of(), draft -> previous(draft, old -> old.set("t2.normative.effective", 4321))));
        all.add(error("XY-PENDING", List.of(), draft -> previous(draft, old -> old.set("t4.ld.pending", 9999999))));
        all.add(error("XY-SIMILAR", List.of(), draft -> previous(draft, old -> {})));
        all.add(Deviation.of("跨年无误", draft -> previous(draft, old -> {})));
    }

    /** A report of the year before that fits this one, then spoiled. */
    private static void previous(Draft draft, Consumer<Draft> spoil) {
        // Both years in the new form.
        Texts.moveToYear(draft, 2024);
        var old = new Draft(
                Form.OF_2021,
                2023,
                String.valueOf(draft.organ),
                draft.level,
                Draft.Figures.VARIED,
                draft.random.nextLong());
        for (var column : Form.T3_COLUMNS) {
            old.set("t3.carried_out." + column, draft.figure("t3.carried_in." + column));
        }
        for (var row : List.of("regulation", "normative")) {
            old.set(
                    "t2." + row + ".effective",
                    draft.figure("t2." + row + ".effective")
                            - draft.figure("t2." + row + ".issued")
                            + draft.figure("t2." + row + ".repealed"));
        }
        Form.T4_GROUPS.forEach(group -> old.set("t4." + group + ".pending", 0));
        spoil.accept(old);
        draft.previous = old;
    }

    private static void prose(List<Deviation> all) {
        all.add(Deviation.of("NAR-NEW", draft -> {
            claims(draft, "全年共收到政府信息公开申请" + (draft.figure("t3.new_received.total") + 3) + "件，均按期办理。");
            expect(draft, "NAR-NEW", List.of());
        }));
        all.add(Deviation.of("NAR-CARRY", draft -> {
            claims(
                    draft,
                    "全年共收到政府信息公开申请" + draft.figure("t3.new_received.total") + "件，结转下年度继续办理"
                            + (draft.figure("t3.carried_out.total") + 5) + "件。");
            expect(draft, "NAR-CARRY", List.of());
        }));
        all.add(Deviation.of("NAR-DONE", draft -> {
            claims(
                    draft,
                    "全年共收到政府信息公开申请" + draft.figure("t3.new_received.total") + "件，办结"
                            + (draft.figure("t3.result_total.total") + 7) + "件。");
            expect(draft, "NAR-DONE", List.of());
        }));
        all.add(Deviation.of("NAR-RESULT", draft -> {
            claims(
                    draft,
                    "全年共收到政府信息公开申请" + draft.figure("t3.new_received.total") + "件，其中予以公开"
                            + (draft.figure("t3.granted.total") + 11) + "件。");
            expect(draft, "NAR-RESULT", List.of());
        }));
        all.add(Deviation.of("NAR-REMEDY", draft -> {
            claims(
                    draft,
                    "全年共收到政府信息公开申请" + draft.figure("t3.new_received.total") + "件。因政府信息公开被申请行政复议"
                            + (draft.figure("t4.rc.total") + 2) + "件。");
            expect(draft, "NAR-REMEDY", List.of());
        }));
        all.add(Deviation.of(
                "正文数字相符",
                draft -> claims(
                        draft,
                        "全年共收到政府信息公开申请" + draft.figure("t3.new_received.total") + "件，上年结转"
                                + draft.figure("t3.carried_in.total") + "件；予以公开"
                                + draft.figure("t3.granted.total") + "件，部分公开" + draft.figure("t3.partial.total")
                                + "件。因政府信息公开被申请行政复议" + draft.figure("t4.rc.total") + "件，被提起行政诉讼"
                                + (draft.figure("t4.ld.total") + draft.figure("t4.la.total")) + "件。")));
        all.add(Deviation.of(
                "含上年结转",
                draft -> claims(
                        draft,
                        "全年共收到政府信息公开申请（含上年结转）"
                                + (draft.figure("t3.new_received.total") + draft.figure("t3.carried_in.total"))
                                + "件。")));
        all.add(Deviation.of("别人的数字", draft -> {
                    var overview = draft.parts.get(SectionKey.OVERVIEW);
                    if (overview != null) {
                        overview.paragraphs.set(
                                1,
                                overview.paragraphs.get(1)
                                        + "对48部现行有效的市政府规章进行了全面清理。全市共收到政府信息公开申请98765件。审查备案行政规范性文件321件。办理人大代表建议54件。收到信访件77件，办结77件。");
                    }
                })
                .by(Organ.DEPARTMENT));
        inOverview(all, "NAR-NORMATIVE", "全年制发行政规范性文件4321件，均已公开。");
        inOverview(all, "NAR-SUM", "全年发布信息1000条，其中门户网站300条、微信公众号400条、微博200条。");
        inOverview(all, "NAR-LAW-NAME", "依据《中华人民共和国信息公开条例》开展工作。");
        inOverview(all, "NAR-STALE", "坚持公开为原则、不公开为例外。");
        inOverview(all, "NAR-OBSOLETE", "公开了行政许可、非行政许可审批事项。");
        inOverview(all, "NAR-TYPO", "统计限自年初至年末，助力扶贫攻坚。");
        inOverview(all, "NAR-QUOTE", "通过“海州发布“微信公众号公开信息。");
        inOverview(all, "NAR-MARKUP", "[bookmark: _GoBack]持续推进公开工作。");
        inOverview(all, "NAR-LEN", "持续完善制度机制，压实工作责任，强化督促检查，推动各项公开任务落地见效。".repeat(40));
        all.add(error("NAR-S1-TOPIC", draft -> {
            var overview = draft.parts.get(SectionKey.OVERVIEW);
            if (overview != null) {
                overview.paragraphs.remove(4);
            }
        }));
        all.add(error("NAR-S1-HEAD", draft -> replace(draft, SectionKey.OVERVIEW, "（五）监督保障情况", "（五）保障监管情况")));
        all.add(error(
                        "NAR-GOV-TOPIC",
                        draft -> replace(
                                draft, SectionKey.OVERVIEW, "将政务公开纳入工作考核，开展社会评议，全年未发生需要责任追究的情形，责任追究结果为无", "确保工作落实"))
                .by(Organ.GOVERNMENT));
        all.add(error(
                "NAR-FEE-MISSING",
                draft -> replace(draft, SectionKey.OTHER, draft.year + "年度，本机关未收取政府信息公开信息处理费。", "")));
        all.add(error(
                "NAR-S6-SCOPE",
                draft -> paragraph(draft, SectionKey.OTHER, (draft.year + 1) + "年，我们将进一步加强组织领导，做好政府信息公开工作打算。")));
        all.add(error("NAR-PROBLEM", draft -> {
            var part = draft.parts.get(SectionKey.PROBLEMS);
            if (part != null) {
                part.paragraphs.clear();
                part.paragraphs.add("（一）存在的主要问题。一是政策解读形式还不够丰富；二是工作人员业务能力不足。");
            }
        }));
        all.add(error("NAR-YEAR", draft -> draft.preamble.addFirst("现将海州市" + (draft.year - 1) + "年政府信息公开工作年度报告公布如下。")));
        all.add(error("NAR-ORGAN", draft -> draft.preamble.addFirst("本报告由临江市教育局根据《条例》编制，现予公布。")));
    }

    private static void inOverview(List<Deviation> all, String rule, String sentence) {
        all.add(error(rule, draft -> {
            var overview = draft.parts.get(SectionKey.OVERVIEW);
            if (overview != null) {
                overview.paragraphs.set(1, overview.paragraphs.get(1) + sentence);
            }
        }));
    }

    private static void heading(Draft draft, SectionKey key, String heading) {
        var part = draft.parts.get(key);
        if (part != null) {
            part.heading = heading;
        }
    }

    private static void paragraph(Draft draft, SectionKey key, String text) {
        var part = draft.parts.get(key);
        if (part != null) {
            part.paragraphs.add(text);
        }
    }

    private static void replace(Draft draft, SectionKey key, String from, String to) {
        var part = draft.parts.get(key);
        if (part != null) {
            UnaryOperator<String> change = line -> line.replace(from, to);
            part.paragraphs.replaceAll(change);
        }
    }
}
