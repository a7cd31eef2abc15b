package gongkai.annualreport.planted;

import gongkai.annualreport.Period;
import gongkai.annualreport.SectionKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Deviations of title, headings and prose. */
final class Texts {
    private Texts() {}

    static final Set<String> NARRATIVE_ERRORS = Set.of("NAR-NEW", "NAR-CARRY", "NAR-DONE", "NAR-RESULT", "NAR-REMEDY");

    private static final List<String> NAVIGATION = List.of(
            "首页",
            "网站地图 | 无障碍浏览 | 移动版",
            "政府信息公开",
            "政府信息公开指南",
            "政府信息公开制度",
            "法定主动公开内容",
            "规章",
            "行政规范性文件",
            "政府信息公开年报",
            "依申请公开",
            "当前位置：首页 > 政府信息公开 > 政府信息公开年报");

    static void add(List<Deviation> all) {
        all.add(Deviation.of("标题（一）编号", draft -> headings(draft, "（一）（二）（三）（四）（五）（六）", 3)));
        all.add(Deviation.of("标题1、编号", draft -> headings(draft, "1、2、3、4、5、6、", 2)));
        all.add(Deviation.of("标题1.编号", draft -> headings(draft, "1.2.3.4.5.6.", 2)));
        all.add(Deviation.of("标题编号写两次", draft -> headings(draft, "一、一、二、二、三、三、四、四、五、五、六、六、", 4)));
        all.add(Deviation.of(
                "标题无编号", draft -> draft.parts.values().forEach(part -> part.heading = part.heading.substring(2))));
        all.add(Deviation.of(
                "标题编号后空格",
                draft -> draft.parts.values().forEach(part -> part.heading = part.heading.replace("、", "、 "))));
        all.add(Deviation.of("标题用变体", draft -> {
            heading(draft, SectionKey.PROACTIVE, "二、行政机关主动公开政府信息情况");
            heading(draft, SectionKey.REMEDIES, "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况");
            heading(draft, SectionKey.PROBLEMS, "五、政府信息公开工作存在的主要问题及改进情况");
        }));
        all.add(Deviation.of("第一部分内又有一、至六、", draft -> {
            var overview = draft.parts.get(SectionKey.OVERVIEW);
            if (overview != null) {
                overview.paragraphs.addAll(
                        1,
                        List.of(
                                "一、加强组织领导。调整领导小组，明确分工。",
                                "二、突出公开重点。做好重点领域信息公开。",
                                "三、规范办理流程。完善登记、审核、答复制度。",
                                "四、强化平台建设。优化栏目设置。",
                                "五、抓好业务培训。举办培训班两期。",
                                "六、严格监督考核。开展专项检查。"));
            }
        }));
        all.add(Deviation.of("有目录", draft -> {
            int page = 1;
            draft.preamble.add(0, "目　录");
            int at = 1;
            for (var part : draft.parts.values()) {
                draft.preamble.add(at++, part.heading + "……………………" + page++);
            }
        }));
        all.add(Deviation.of("有目录无页码", draft -> {
            draft.preamble.add(0, "目录");
            int at = 1;
            for (var part : draft.parts.values()) {
                draft.preamble.add(at++, part.heading);
            }
        }));
        all.add(Deviation.of("上下有网站导航", draft -> {
            draft.above.addAll(NAVIGATION);
            draft.below.addAll(
                    List.of("规章", "行政规范性文件", "行政许可", "主办：海州市人民政府办公室", "网站标识码：3700000012", "版权所有", "联系我们", "关于我们"));
            draft.judgeText = false;
        }));
        all.add(Deviation.of(
                "标题分两行",
                draft -> draft.titleLines = List.of(String.valueOf(draft.organ), draft.year + "年政府信息公开工作年度报告")));
        all.add(Deviation.of("标题写两遍", draft -> {
            var title = String.valueOf(draft.title);
            draft.titleLines = List.of(title, title);
        }));
        all.add(Deviation.of("标题带年度", draft -> {
            draft.title = draft.organ + draft.year + "年度政府信息公开工作年度报告";
            draft.titleLines = List.of(draft.title);
        }));
        all.add(Deviation.of("标题年在前", draft -> {
            draft.title = draft.year + "年" + draft.organ + "政府信息公开工作年度报告";
            draft.titleLines = List.of(draft.title);
        }));
        all.add(Deviation.of("标题无机关", draft -> {
            draft.title = draft.year + "年政府信息公开工作年度报告";
            draft.titleLines = List.of(draft.title);
            draft.organ = null;
        }));
        all.add(Deviation.of("标题无年份", draft -> {
            draft.title = draft.organ + "政府信息公开工作年度报告";
            draft.titleLines = List.of(draft.title);
        }));
        all.add(Deviation.of(
                "标题里有空格", draft -> draft.titleLines = List.of(draft.organ + " " + draft.year + " 年政府信息公开工作 年度报告")));
        all.add(Deviation.of(
                "残留书签", draft -> draft.preamble.set(0, "[bookmark: _GoBack]" + draft.preamble.getFirst())));
        all.add(Deviation.of("正文表间有小标题", draft -> {
            paragraph(draft, SectionKey.PROACTIVE, "本年度主动公开政府信息情况如下表：");
            paragraph(draft, SectionKey.REQUESTS, "本年度收到和处理政府信息公开申请情况如下表：");
            paragraph(draft, SectionKey.REMEDIES, "本年度政府信息公开行政复议、行政诉讼情况如下表：");
        }));
    }

    private static void paragraph(Draft draft, SectionKey key, String text) {
        var part = draft.parts.get(key);
        if (part != null) {
            part.paragraphs.add(text);
        }
    }

    private static void heading(Draft draft, SectionKey key, String heading) {
        var part = draft.parts.get(key);
        if (part != null) {
            part.heading = heading;
        }
    }

    private static void headings(Draft draft, String numbers, int width) {
        int at = 0;
        for (var part : draft.parts.values()) {
            part.heading = numbers.substring(at, at + width) + part.heading.substring(2);
            at += width;
        }
    }

    /** Makes the draft a report of another year, everywhere. */
    static void moveToYear(Draft draft, int year) {
        var from = Integer.toString(draft.year);
        var to = Integer.toString(year);
        if (draft.title != null) {
            draft.title = draft.title.replace(from, to);
        }
        draft.titleLines =
                draft.titleLines.stream().map(line -> line.replace(from, to)).toList();
        draft.preamble.replaceAll(line -> line.replace(from, to));
        draft.parts.values().forEach(part -> part.paragraphs.replaceAll(line -> line.replace(from, to)));
        draft.closing.replaceAll(line -> line.replace(Integer.toString(draft.year + 1), Integer.toString(year + 1)));
        draft.year = year;
        draft.period = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        draft.publishedOn = LocalDate.of(year + 1, 1, 20);
    }
}
