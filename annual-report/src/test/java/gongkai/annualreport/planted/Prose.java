package gongkai.annualreport.planted;

import gongkai.annualreport.SectionKey;
import java.util.List;

/** Exemplary prose for a draft: the five aspects of part one, every number in agreement with the tables. */
final class Prose {
    private Prose() {}

    static void fill(Draft draft, String organ) {
        int year = draft.year;
        draft.preamble.add("本报告根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和国务院办公厅关于政府信息公开工作年度报告格式的要求编制。本报告所列数据的统计期限自" + year
                + "年1月1日起至" + year + "年12月31日止。");
        part(
                draft,
                SectionKey.OVERVIEW,
                "一、总体情况",
                year + "年，" + organ + "认真贯彻落实《条例》，坚持以公开为常态、不公开为例外，持续提升政府信息公开工作质量。",
                "（一）主动公开情况。全年通过门户网站和政务新媒体公开各类动态信息1047条，公开内容及时、准确。",
                "（二）依申请公开情况。全年共收到政府信息公开申请" + draft.figure("t3.new_received.total") + "件，上年结转"
                        + draft.figure("t3.carried_in.total") + "件；办结" + draft.figure("t3.result_total.total")
                        + "件，结转下年度继续办理" + draft.figure("t3.carried_out.total") + "件。",
                "（三）政府信息管理情况。完善信息发布审查制度，落实“先审查、后公开”要求，动态调整政府信息公开目录。",
                "（四）政府信息公开平台建设情况。加强门户网站政府信息公开专栏建设和政务新媒体管理，方便群众查询。",
                "（五）监督保障情况。加强组织领导和业务培训，将政务公开纳入工作考核，开展社会评议，全年未发生需要责任追究的情形，责任追究结果为无。");
        part(draft, SectionKey.PROACTIVE, "二、主动公开政府信息情况");
        part(draft, SectionKey.REQUESTS, "三、收到和处理政府信息公开申请情况");
        part(draft, SectionKey.REMEDIES, "四、政府信息公开行政复议、行政诉讼情况");
        part(
                draft,
                SectionKey.PROBLEMS,
                "五、存在的主要问题及改进情况",
                "（一）存在的主要问题。一是政策解读形式还不够丰富；二是工作人员业务能力有待提高。",
                "（二）改进情况。针对上述问题，加大图文解读力度，组织专题业务培训，不断改进工作。");
        part(draft, SectionKey.OTHER, "六、其他需要报告的事项", year + "年度，本机关未收取政府信息公开信息处理费。无其他需要报告的事项。");
        draft.closing.add(organ);
        draft.closing.add((year + 1) + "年1月20日");
    }

    private static void part(Draft draft, SectionKey key, String heading, String... paragraphs) {
        draft.parts.put(key, new Draft.Part(heading, List.of(paragraphs)));
    }
}
