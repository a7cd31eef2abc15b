package gongkai.annualreport.planted;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.Picture;
import gongkai.annualreport.planted.Piece.Role;
import gongkai.annualreport.planted.Piece.Slot;
import gongkai.annualreport.planted.Redrawings.Heads;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The ways real files deviate. Whatever the deviation, every figure must be read as it stands. */
public final class Deviations {
    private Deviations() {}

    public static final List<Deviation> ALL = all();

    private static List<Deviation> all() {
        var all = new ArrayList<Deviation>();
        all.add(Deviation.of("无偏差2021", draft -> {}));
        all.add(Deviation.of2019("无偏差2019", draft -> {}));
        tables(all);
        labels(all);
        figures(all);
        text(all);
        return List.copyOf(all);
    }

    private static void tables(List<Deviation> all) {
        all.add(Deviation.of("跨页表头重复", redraw(Redrawings.breakThird(12, Heads.REPEATED))));
        all.add(Deviation.of("跨页表头截断", redraw(Redrawings.breakThird(16, Heads.CUT))));
        all.add(Deviation.of("跨页无表头", redraw(Redrawings.breakThird(9, Heads.NONE))));
        all.add(Deviation.of("跨页断在总计前", redraw(Redrawings.breakThird(26, Heads.NONE))));
        all.add(Deviation.of("跨页后列数变化", redraw(Redrawings.fewerColumnsAfterBreak(10)))
                .where(target -> target.shape() != TextShape.RAGGED));
        all.add(Deviation.of("表二按条款拆成几张", redraw(Redrawings.cutSecondByClause())));
        all.add(Deviation.of("（三）与不予公开分在两行", redraw(Redrawings.tearGroupLabel())));
        all.add(Deviation.of("行标签左移", redraw(Redrawings.shiftLabelsLeft())));
        all.add(Deviation.of("列标签其他丢失", draft -> draft.labels.put("其他", "")));
        all.add(Deviation.of("列标签总计丢失", draft -> draft.labels.put("总计", "")));
        all.add(Deviation.of("其他处理单行", draft -> {
            draft.singleOther = true;
            for (var column : Form.T3_COLUMNS) {
                long sum = 0;
                for (var row : List.of("other_no_correction", "other_no_payment", "other_misc")) {
                    sum += draft.figure("t3." + row + "." + column);
                    var key = CellKey.of("t3", row, column);
                    draft.printed.remove(key);
                    draft.truth.remove(key);
                }
                draft.set("t3.other_total." + column, sum);
            }
            draft.tolerated.addAll(Set.of("STR-ROW-MISSING", "STR-FORMAT-YEAR"));
        }));
        all.add(new Deviation(
                "2021年用旧式",
                Form.OF_2019,
                Deviation.Organ.EITHER,
                draft -> {
                    Texts.moveToYear(draft, 2021);
                    draft.errors.add(new Draft.PlantedError("STR-FORMAT-YEAR", List.of()));
                },
                target -> true));
        all.add(Deviation.of("（一）旧项与新项混用", Deviations::mixOldFirstBlock));
        all.add(Deviation.of("多出其他主动公开文件行", draft -> draft.redrawings.add(insertLocalRow())));
        all.add(Deviation.of2019("缺其他对外管理服务事项行", draft -> dropRow(draft, "t2", "otherservice")));
        all.add(Deviation.of("缺3.其他行", draft -> {
            Form.T3_COLUMNS.forEach(column -> {
                long misc = draft.figure("t3.other_misc." + column);
                draft.set("t3.other_no_payment." + column, draft.figure("t3.other_no_payment." + column) + misc);
            });
            dropRow(draft, "t3", "other_misc");
        }));
        all.add(Deviation.of("表是图片", draft -> {
                    draft.form.cells(draft.singleOther).forEach(draft::lose);
                    draft.redrawings.add(Redrawings.each("", table -> List.of(new Picture())));
                    draft.tolerated.addAll(Set.of("STR-TABLE-MISSING", "STR-ROW-MISSING"));
                    draft.tolerated.addAll(Texts.NARRATIVE_ERRORS);
                })
                .where(target -> target.hasTables()
                        && Set.of(FileKind.HTML, FileKind.DOCX, FileKind.PDF).contains(target.kind())));
        all.add(Deviation.of("表头注文在标签里", draft -> {
            draft.labels.put("本年收费金额（单位：万元）", "本年收费金额（单位：万元，保留4位小数）");
            draft.labels.put("本年处理决定数量", "本年处理决定数量（件）");
            draft.labels.put("现行有效件数", "现行有效件数（截至本年底）");
            draft.labels.put("自然人", "自然人（件）");
        }));
        all.add(Deviation.of(
                "表二三四各自再套标题行",
                draft -> draft.redrawings.add(pieces -> {
                    var drawn = new ArrayList<Piece>();
                    for (var piece : pieces) {
                        if (piece instanceof Piece.Table table) {
                            var rows = new ArrayList<List<Slot>>();
                            rows.add(List.of(Slot.label("附表：2021年度政府信息公开情况统计表", Piece.width(table), 1)));
                            rows.addAll(table.rows());
                            drawn.add(new Piece.Table(table.name(), rows));
                        } else {
                            drawn.add(piece);
                        }
                    }
                    draft.judgeText = false;
                    return drawn;
                })));
    }

    private static void labels(List<Deviation> all) {
        label(all, "2.其他法律行政法规禁止公开", "2.其他法律行政止公开");
        label(all, "2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开");
        label(all, "本年制发件数", "本年发件数");
        label(all, "现行有效件数", "现行有效件");
        label(all, "行政规范性文件", "规范性文件");
        label(all, "（六）其他处理", "（六）其它处理");
        label(all, "3.危及“三安全一稳定”", "3.危及\"三安全一稳定\"");
        label(all, "四、结转下年度继续办理", "四、结转下年继续办理");
        all.add(Deviation.of("标签里有换行", draft -> {
                    draft.labels.put("社会公益组织", "社会公益\n组织");
                    draft.labels.put("法律服务机构", "法律服务\n机构");
                    draft.labels.put("结果维持", "结果\n维持");
                    draft.labels.put("结果纠正", "结果\n纠正");
                    draft.labels.put("其他结果", "其他\n结果");
                    draft.labels.put("尚未审结", "尚未\n审结");
                    draft.labels.put("一、本年新收政府信息公开申请数量", "一、本年新收政府\n信息公开申请数量");
                })
                .where(target -> target.shape() == null || target.shape() == TextShape.NEWLINE_TAB));
        all.add(Deviation.of("标签里有空格", draft -> {
            draft.labels.put("规章", "规　章");
            draft.labels.put("其他", "其 他");
            draft.labels.put("总计", "总　　计");
            draft.labels.put("结果维持", "结果 维持");
            draft.labels.put("（七）总计", "（七） 总计");
            draft.labels.put("1.属于国家秘密", "1. 属于国家秘密");
        }));
        all.add(Deviation.of("竖排文字", draft -> {
                    draft.labels.put("三、本年度办理结果", vertical("三、本年度办理结果"));
                    draft.labels.put("自然人", vertical("自然人"));
                    draft.labels.put("总计", vertical("总计"));
                    draft.labels.put("结果维持", vertical("结果维持"));
                })
                .where(Target::hasTables));
        renumber(
                all,
                "半角括号逗号",
                label -> label.replace('（', '(').replace('）', ')').replace('，', ','));
        renumber(
                all,
                "全角序号",
                label -> label.replaceFirst("^1\\.", "１．")
                        .replaceFirst("^2\\.", "２．")
                        .replaceFirst("^3\\.", "３．"));
        renumber(all, "顿号序号", label -> label.replaceFirst("^(\\d)\\.", "$1、"));
        renumber(all, "全角点序号", label -> label.replaceFirst("^(\\d)\\.", "$1．"));
        renumber(all, "无序号", label -> label.replaceFirst("^\\d\\.", ""));
        renumber(all, "序号后空格", label -> label.replaceFirst("^(\\d)\\.", "$1. ").replaceFirst("^（(.)）", "（$1） "));
    }

    private static void label(List<Deviation> all, String official, String printed) {
        all.add(Deviation.of("标签" + printed, draft -> draft.labels.put(official, printed)));
    }

    private static void renumber(List<Deviation> all, String name, UnaryOperator<String> change) {
        all.add(Deviation.of(name, draft -> {
            for (var row : draft.form.t3Rows(false)) {
                draft.labels.put(row.label(), change.apply(row.label()));
                draft.labels.put(row.group(), change.apply(row.group()));
            }
            draft.labels.put(Form.CORNER, change.apply(Form.CORNER));
        }));
    }

    private static String vertical(String label) {
        return String.join("\n", label.split(""));
    }

    private static void figures(List<Deviation> all) {
        blanks(all, "空串", "");
        blanks(all, "半角空格", " ");
        blanks(all, "不间断空格", "\u00a0");
        blanks(all, "全角空格", "\u3000");
        all.add(Deviation.of("总计列空白", draft -> {
                    for (var row : draft.form.t3Rows(false)) {
                        blank(draft, CellKey.of("t3", row.key(), "total"), "");
                    }
                })
                .where(target -> target.keepsEmptyCells() && target.shape() == null));
        all.add(Deviation.of(
                        "总计行空白",
                        draft -> Form.T3_COLUMNS.forEach(
                                column -> blank(draft, CellKey.of("t3", "result_total", column), "")))
                .whereEmptyCellsStay());
        all.add(Deviation.of("表三整表空白", draft -> {
                    for (var row : draft.form.t3Rows(false)) {
                        Form.T3_COLUMNS.forEach(column -> blank(draft, CellKey.of("t3", row.key(), column), "\u00a0"));
                    }
                    draft.tolerated.addAll(Texts.NARRATIVE_ERRORS);
                    draft.errors.removeIf(error -> error.rule().equals("CELL-BLANK"));
                    draft.errors.add(new Draft.PlantedError("CELL-BLANK-ALL", List.of()));
                })
                .whereEmptyCellsStay());
        all.add(Deviation.of("全角数字", draft -> rewrite(draft, Figures::fullWidth)));
        all.add(Deviation.of("千分位", draft -> {
            enlarge(draft);
            rewrite(draft, text -> Figures.thousands(text, ","));
        }));
        all.add(Deviation.of("全角千分位", draft -> {
            enlarge(draft);
            rewrite(draft, text -> Figures.thousands(text, "，"));
        }));
        all.add(Deviation.of2019("加减号", draft -> {
            draft.set(CellKey.of("t2.license.items_delta"), "+2", figure(2, "+2"));
            draft.set(CellKey.of("t2.otherservice.items_delta"), "-1", figure(-1, null));
            draft.set(CellKey.of("t2.penalty.items_delta"), "减3", figure(-3, "减3"));
            draft.set(CellKey.of("t2.coercion.items_delta"), "－4", figure(-4, "－4"));
            draft.set(CellKey.of("t2.fee.items_delta"), "增5", figure(5, "增5"));
        }));
        all.add(Deviation.of(
                "金额带元", draft -> draft.set(CellKey.of("t2.fee.amount"), "251000元", figure(251000, "251000元"))));
        all.add(Deviation.of(
                "金额带万元",
                draft -> draft.set(
                        CellKey.of("t2.fee.amount"), "0.37万元", new Cell.Figure(new BigDecimal("0.37"), "0.37万元"))));
        all.add(Deviation.of2019(
                "采购金额带元",
                draft -> draft.set(
                        CellKey.of("t2.procurement.amount"),
                        "1,234,567.80元",
                        new Cell.Figure(new BigDecimal("1234567.80"), "1,234,567.80元"))));
        all.add(Deviation.of("数字后带注", draft -> {
            draft.set("t2.normative.issued", 16);
            draft.set("t2.normative.repealed", 3);
            draft.set(CellKey.of("t2.normative.effective"), "222（其中修订16件）", figure(222, "222（其中修订16件）"));
            draft.set(CellKey.of("t2.license.decisions"), "37件", figure(37, "37件"));
        }));
        for (var mark : List.of("/", "—", "无", "-", "——", "\\")) {
            all.add(Deviation.of("占位" + mark, draft -> {
                for (var key :
                        List.of("t2.regulation.repealed", "t2.coercion.decisions", "t3.partial.legal", "t4.la.other")) {
                    placeholder(draft, CellKey.of(key), mark);
                }
            }));
        }
    }

    private static final class Figures {
        static String fullWidth(String text) {
            var wide = new StringBuilder();
            text.chars().forEach(c -> wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : (char) c));
            return wide.toString();
        }

        static String thousands(String text, String separator) {
            return text.replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator);
        }
    }

    private static Cell figure(long value, @org.jspecify.annotations.Nullable String raw) {
        return new Cell.Figure(BigDecimal.valueOf(value), raw);
    }

    /** Larger figures that still balance. */
    private static void enlarge(Draft draft) {
        for (var key : draft.form.cells(draft.singleOther)) {
            if (!key.table().equals("t2")) {
                draft.set(key.toString(), draft.figure(key.toString()) * 1357);
            }
        }
        var overview = draft.parts.get(SectionKey.OVERVIEW);
        if (overview != null) {
            overview.paragraphs.set(2, "（二）依申请公开情况。全年共收到政府信息公开申请" + draft.figure("t3.new_received.total") + "件，均按期办理。");
        }
    }

    private static void rewrite(Draft draft, UnaryOperator<String> writing) {
        for (var key : List.copyOf(draft.printed.keySet())) {
            if (draft.truth.get(key) instanceof Cell.Figure figure
                    && figure.value().scale() <= 0) {
                var text = draft.printed.getOrDefault(key, "");
                var written = writing.apply(text);
                if (!written.equals(text)) {
                    draft.set(key, written, new Cell.Figure(figure.value(), written));
                }
            }
        }
    }

    private static void blanks(List<Deviation> all, String name, String text) {
        all.add(Deviation.of("空白为" + name, draft -> {
                    // Inner columns only: where tabs are lost a first or last blank could be either.
                    for (var key : List.of(
                            "t2.normative.repealed",
                            "t2.penalty.decisions",
                            "t2.fee.amount",
                            "t3.granted.research",
                            "t3.denied_internal.welfare",
                            "t3.other_misc.enterprise",
                            "t3.carried_out.legal",
                            "t4.ld.other")) {
                        blank(draft, CellKey.of(key), text);
                    }
                })
                .whereEmptyCellsStay());
    }

    static void blank(Draft draft, CellKey key, String text) {
        draft.set(key, text, Cell.BLANK);
        draft.errors.add(new Draft.PlantedError("CELL-BLANK", List.of(key)));
    }

    static void placeholder(Draft draft, CellKey key, String mark) {
        draft.set(key, mark, new Cell.Words(mark));
        draft.errors.add(new Draft.PlantedError("CELL-PLACEHOLDER", List.of(key)));
    }

    static Consumer<Draft> redraw(UnaryOperator<List<Piece>> redrawing) {
        return draft -> draft.redrawings.add(redrawing);
    }

    static void dropRow(Draft draft, String table, String row) {
        draft.droppedRows.add(table + "." + row);
        draft.form.cells(draft.singleOther).stream()
                .filter(key -> key.table().equals(table) && key.line().equals(row))
                .forEach(draft::lose);
        draft.errors.add(new Draft.PlantedError("STR-ROW-MISSING", List.of()));
    }

    private static void mixOldFirstBlock(Draft draft) {
        draft.oldFirstBlock = true;
        for (var row : List.of("regulation", "normative")) {
            for (var column : List.of("issued", "repealed", "effective")) {
                var key = CellKey.of("t2", row, column);
                draft.lose(key);
                draft.doubtful.add(key);
            }
            draft.set("t2." + row + ".made", row.equals("normative") ? 31 : 0);
            draft.set("t2." + row + ".new_public", row.equals("normative") ? 17 : 0);
            draft.set("t2." + row + ".total_public", row.equals("normative") ? 53 : 0);
        }
        draft.tolerated.addAll(Set.of("STR-ROW-MISSING", "STR-FORMAT-YEAR", "STR-LABEL"));
    }

    private static UnaryOperator<List<Piece>> insertLocalRow() {
        return Redrawings.each("t2", table -> {
            var rows = new ArrayList<>(table.rows());
            rows.add(4, List.of(Slot.label("其他主动公开文件"), Slot.label("86"), Slot.label("5"), Slot.label("91")));
            return List.of(new Piece.Table("t2", rows));
        });
    }

    private static void text(List<Deviation> all) {
        Texts.add(all);
        all.add(Deviation.of("页码与扫描噪声", draft -> {
            draft.redrawings.add(pieces -> {
                var drawn = new ArrayList<Piece>();
                for (var piece : pieces) {
                    drawn.add(piece);
                    if (piece instanceof Piece.Table) {
                        drawn.add(new Line(Role.AROUND, "- 3 -"));
                    }
                }
                drawn.add(new Line(Role.AROUND, "第 5 页 共 5 页"));
                return drawn;
            });
            draft.judgeText = false;
        }));
    }
}
