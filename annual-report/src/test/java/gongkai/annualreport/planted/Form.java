package gongkai.annualreport.planted;

import gongkai.annualreport.CellKey;
import java.util.ArrayList;
import java.util.List;

/** The rows and columns of the two official forms, written down from the forms themselves and not taken from the library. */
enum Form {
    OF_2019("2019"),
    OF_2021("2021");

    static final String CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";
    static final List<String> APPLICANTS = List.of("natural", "enterprise", "research", "welfare", "legal", "other");
    static final List<String> T3_COLUMNS =
            List.of("natural", "enterprise", "research", "welfare", "legal", "other", "total");
    static final List<String> T3_COLUMN_LABELS = List.of("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计");
    static final List<String> T4_GROUPS = List.of("rc", "ld", "la");
    static final List<String> T4_COLUMNS = List.of("upheld", "corrected", "other", "pending", "total");
    static final List<String> T4_COLUMN_LABELS = List.of("结果维持", "结果纠正", "其他结果", "尚未审结", "总计");

    final String key;

    Form(String key) {
        this.key = key;
    }

    /** One data row of table three: its group is the label left of its own, empty where it has none. */
    record T3Row(String key, String group, String label) {
        boolean isResult() {
            return !List.of("new_received", "carried_in", "result_total", "carried_out")
                    .contains(key);
        }
    }

    /** One block of table two. */
    record T2Block(
            String clause,
            List<String> columns,
            List<String> columnLabels,
            List<String> rows,
            List<String> rowLabels) {}

    private static final String UPPER = """
            new_received||一、本年新收政府信息公开申请数量
            carried_in||二、上年结转政府信息公开申请数量
            granted||（一）予以公开
            partial||（二）部分公开（区分处理的，只计这一情形，不计其他情形）
            denied_state_secret|（三）不予公开|1.属于国家秘密
            denied_law_prohibited|（三）不予公开|2.其他法律行政法规禁止公开
            denied_three_safety|（三）不予公开|3.危及“三安全一稳定”
            denied_third_party|（三）不予公开|4.保护第三方合法权益
            denied_internal|（三）不予公开|5.属于三类内部事务信息
            denied_process|（三）不予公开|6.属于四类过程性信息
            denied_enforcement_file|（三）不予公开|7.属于行政执法案卷
            denied_admin_query|（三）不予公开|8.属于行政查询事项
            unavail_not_held|（四）无法提供|1.本机关不掌握相关政府信息
            unavail_needs_creation|（四）无法提供|2.没有现成信息需要另行制作
            unavail_still_unclear|（四）无法提供|3.补正后申请内容仍不明确
            refused_petition|（五）不予处理|1.信访举报投诉类申请
            refused_duplicate|（五）不予处理|2.重复申请
            refused_publication|（五）不予处理|3.要求提供公开出版物
            refused_mass_repeat|（五）不予处理|4.无正当理由大量反复申请
            refused_confirm_reissue|（五）不予处理|5.要求行政机关确认或重新出具已获取信息
            """;
    private static final String THREE_OTHERS = """
            other_no_correction|（六）其他处理|1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
            other_no_payment|（六）其他处理|2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
            other_misc|（六）其他处理|3.其他
            """;
    private static final String ONE_OTHER = "other_total||（六）其他处理\n";
    private static final String LOWER = """
            result_total||（七）总计
            carried_out||四、结转下年度继续办理
            """;

    List<T3Row> t3Rows(boolean singleOther) {
        return (UPPER + (singleOther ? ONE_OTHER : THREE_OTHERS) + LOWER)
                .lines()
                .map(line -> line.split("\\|"))
                .map(parts -> new T3Row(parts[0], parts[1], parts[2]))
                .toList();
    }

    static final T2Block OLD_FIRST = new T2Block(
            "第二十条第（一）项",
            List.of("made", "new_public", "total_public"),
            List.of("本年新制作数量", "本年新公开数量", "对外公开总数量"),
            List.of("regulation", "normative"),
            List.of("规章", "规范性文件"));

    List<T2Block> t2Blocks() {
        var items = List.of("items_prev", "items_delta", "decisions");
        var itemLabels = List.of("上一年项目数量", "本年增/减", "处理决定数量");
        var decisions = List.of("decisions");
        var decisionLabels = List.of("本年处理决定数量");
        return switch (this) {
            case OF_2019 ->
                List.of(
                        OLD_FIRST,
                        new T2Block(
                                "第二十条第（五）项",
                                items,
                                itemLabels,
                                List.of("license", "otherservice"),
                                List.of("行政许可", "其他对外管理服务事项")),
                        new T2Block(
                                "第二十条第（六）项",
                                items,
                                itemLabels,
                                List.of("penalty", "coercion"),
                                List.of("行政处罚", "行政强制")),
                        new T2Block(
                                "第二十条第（八）项",
                                items.subList(0, 2),
                                itemLabels.subList(0, 2),
                                List.of("fee"),
                                List.of("行政事业性收费")),
                        new T2Block(
                                "第二十条第（九）项",
                                List.of("projects", "amount"),
                                List.of("采购项目数量", "采购总金额"),
                                List.of("procurement"),
                                List.of("政府集中采购")));
            case OF_2021 ->
                List.of(
                        new T2Block(
                                "第二十条第（一）项",
                                List.of("issued", "repealed", "effective"),
                                List.of("本年制发件数", "本年废止件数", "现行有效件数"),
                                List.of("regulation", "normative"),
                                List.of("规章", "行政规范性文件")),
                        new T2Block("第二十条第（五）项", decisions, decisionLabels, List.of("license"), List.of("行政许可")),
                        new T2Block(
                                "第二十条第（六）项",
                                decisions,
                                decisionLabels,
                                List.of("penalty", "coercion"),
                                List.of("行政处罚", "行政强制")),
                        new T2Block(
                                "第二十条第（八）项",
                                List.of("amount"),
                                List.of("本年收费金额（单位：万元）"),
                                List.of("fee"),
                                List.of("行政事业性收费")));
        };
    }

    /** Every cell of the form. */
    List<CellKey> cells(boolean singleOther) {
        var keys = new ArrayList<CellKey>();
        for (var block : t2Blocks()) {
            block.rows().forEach(row -> block.columns().forEach(column -> keys.add(CellKey.of("t2", row, column))));
        }
        t3Rows(singleOther).forEach(row -> T3_COLUMNS.forEach(column -> keys.add(CellKey.of("t3", row.key(), column))));
        T4_GROUPS.forEach(group -> T4_COLUMNS.forEach(column -> keys.add(CellKey.of("t4", group, column))));
        return keys;
    }
}
