package gongkai.platform.sample;

import static gongkai.platform.personal.ApplicantKind.BUSINESS_ENTERPRISE;
import static gongkai.platform.personal.ApplicantKind.LEGAL_SERVICE_ORG;
import static gongkai.platform.personal.ApplicantKind.NATURAL_PERSON;
import static gongkai.platform.personal.ApplicantKind.RESEARCH_INSTITUTE;

import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is to happen in each sample case, on working days before and after today: running, waiting for somebody, ended. */
final class SamplePlans {
    private SamplePlans() {}

    /** One case: how it came, and what happened. */
    record Plan(
            Channel channel,
            LocalDate came,
            @Nullable LocalDate confirmed,
            Applicant applicant,
            String asked,
            List<Step> steps) {}

    /** Working days before today; negative for later ones. */
    private record Days(WorkingDays days, LocalDate today) {
        LocalDate ago(int number) {
            if (number <= 0) {
                return days.plus(today, -number);
            }
            var day = today;
            for (int left = number; left > 0; ) {
                day = day.minusDays(1);
                left -= days.counts(day) ? 1 : 0;
            }
            return day;
        }
    }

    static List<Plan> all(WorkingDays workingDays, LocalDate today) {
        var days = new Days(workingDays, today);
        return Stream.of(running(days), waiting(days), ended(days))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Plan> running(Days day) {
        return List.of(
                came(Channel.IN_PERSON, day.ago(22), person("张三", 1), "2025年公共数据授权运营协议文本及其附件"),
                came(Channel.POST_SIGNED, day.ago(18), person("李四", 2), "示例大道智能路灯项目的立项批复和资金来源"),
                confirmed(day.ago(10), day.ago(9), company("示例软件有限公司", 3), "省级政务云服务目录及收费标准"),
                came(Channel.IN_PERSON, day.ago(0), person("王五", 4), "本人企业信用修复申请的办理依据文件"),
                came(Channel.ORAL_ASSISTED, day.ago(3), person("赵六", 5), "老年人手机使用培训班2026年的场次安排（本人视力不便，由工作人员代填）"),
                new Plan(Channel.FAX, day.ago(2), day.ago(1), lawyers("示例律师事务所", 6), "关于人脸识别设备采购的风险评估报告", List.of()),
                came(
                        Channel.IN_PERSON,
                        day.ago(26),
                        university("示例大学", 7),
                        "2020年至2025年公共数据开放目录的历次调整文件",
                        new Step.Extend(day.ago(7), 10, "施一", "涉及六个年度的文件，需要逐份查找")),
                came(
                        Channel.IN_PERSON,
                        day.ago(14),
                        person("孙七", 8),
                        "某科技公司数据安全检查的结果",
                        new Step.RequestCorrection(day.ago(12), List.of("请写明公司的全称和检查的年份"), day.ago(-3)),
                        new Step.CorrectionReceived(day.ago(8), "示例科技有限公司，2025年")),
                came(
                        Channel.POST_SIGNED,
                        day.ago(15),
                        person("周八", 9),
                        "智慧停车平台的建设合同",
                        new Step.ConsultThirdParty(day.ago(12), day.ago(11), "示例停车管理有限公司", "合同中的价格和技术方案"),
                        new Step.ThirdPartyReplied(day.ago(5), Step.Opinion.DISAGREE, "技术方案属于商业秘密，价格同意公开"),
                        new Step.SubmitForReview(day.ago(1))));
    }

    private static List<Plan> waiting(Days day) {
        return List.of(
                new Plan(Channel.POST_ORDINARY, day.ago(0), null, person("吴九", 10), "农村宽带补助资金的分配结果", List.of()),
                new Plan(Channel.EMAIL, day.ago(1), null, person("郑十", 11), "公共机房用电补贴政策文件", List.of()),
                new Plan(Channel.MISROUTED, day.ago(4), null, company("示例商贸有限公司", 12), "数据交易所的设立批复", List.of()),
                came(
                        Channel.IN_PERSON,
                        day.ago(8),
                        person("冯二", 13),
                        "有关算力的文件",
                        new Step.RequestCorrection(day.ago(5), List.of("请写明文件的名称、文号或者年份", "请提供身份证明"), day.ago(-5))),
                came(
                        Channel.IN_PERSON,
                        day.ago(30),
                        person("陈三", 14),
                        "所有会议纪要",
                        new Step.RequestCorrection(day.ago(26), List.of("请写明会议的名称或者时间"), day.ago(3))),
                came(
                        Channel.POST_SIGNED,
                        day.ago(9),
                        person("褚四", 15),
                        "公共数据平台中标单位的投标报价",
                        new Step.ConsultThirdParty(day.ago(6), day.ago(5), "示例云服务有限公司\n示例软件有限公司", "投标报价明细")),
                came(
                        Channel.POST_SIGNED,
                        day.ago(25),
                        person("卫五", 16),
                        "数据中心搬迁项目的验收报告",
                        new Step.ConsultThirdParty(day.ago(21), day.ago(19), "示例工程有限公司", "验收报告中的施工工艺")),
                came(
                        Channel.IN_PERSON,
                        day.ago(7),
                        lawyers("示例第二律师事务所", 17),
                        "与交通部门联合印发的车辆数据管理办法的起草说明",
                        new Step.ConsultAgency(day.ago(4), null, "示例省交通运输厅", "起草说明是否可以公开")),
                came(
                        Channel.IN_PERSON,
                        day.ago(10),
                        company("示例数据服务有限公司", 18),
                        "2024年以来全部采购合同的复印件",
                        new Step.NoticeFee(day.ago(6), FeeBasis.PAGES, 120, day.ago(5))),
                came(
                        Channel.IN_PERSON,
                        day.ago(6),
                        person("蒋六", 19),
                        "本月第三十一件申请：局机关工位平面图",
                        new Step.RequestExplanation(day.ago(4), "本月已提出申请三十一件，内容多有重复", day.ago(-4))));
    }

    private static List<Plan> ended(Days day) {
        return List.of(
                came(
                        Channel.IN_PERSON,
                        day.ago(16),
                        person("沈七", 20),
                        "数据局2026年部门预算",
                        decide(day.ago(2), DecisionType.GRANTED, Step.Granting.ALREADY_PUBLIC, "该信息已在本机关网站公开")),
                came(
                        Channel.POST_SIGNED,
                        day.ago(19),
                        person("韩八", 21),
                        "示例区块链平台的运行费用",
                        decide(day.ago(3), DecisionType.GRANTED, Step.Granting.PROVIDED, "提供2025年运行费用决算表"),
                        new Step.Dispatch(day.ago(2), DeliveryMethod.POST, "XA00000001")),
                delivered(
                        day,
                        person("杨九", 22),
                        "城市大脑项目的专家评审意见",
                        decide(day.ago(22), DecisionType.PARTIAL, null, "专家姓名、联系方式涉及个人隐私，其余公开")),
                delivered(
                        day,
                        person("朱十", 23),
                        "数据治理会商会议的讨论记录",
                        decide(day.ago(22), DecisionType.DENIED_PROCESS, null, "属于讨论记录")),
                delivered(
                        day,
                        person("秦二", 24),
                        "1998年信息中心的资产清单",
                        decide(day.ago(22), DecisionType.UNAVAIL_NOT_HELD, null, "经检索没有该信息"),
                        new Step.Archive(day.ago(10))),
                came(
                        Channel.IN_PERSON,
                        day.ago(12),
                        person("尤三", 25),
                        "机关食堂的采购明细",
                        new Step.Withdraw(day.ago(9), "已从其他途径获得")),
                came(
                        Channel.IN_PERSON,
                        day.ago(40),
                        person("许四", 26),
                        "相关材料",
                        new Step.RequestCorrection(day.ago(37), List.of("请写明是什么材料"), day.ago(20)),
                        new Step.CorrectionOverdue(day.ago(18))),
                came(
                        Channel.IN_PERSON,
                        day.ago(5),
                        person("韩八", 21),
                        "示例区块链平台的运行费用和用电量",
                        decide(day.ago(0), DecisionType.REFUSED_DUPLICATE, null, "运行费用已经答复")));
    }

    private static Plan delivered(Days day, Applicant applicant, String asked, Step... steps) {
        var all = new ArrayList<Step>(List.of(steps[0]));
        all.add(new Step.Dispatch(day.ago(21), DeliveryMethod.POST, "XA00000002"));
        all.add(new Step.Deliver(day.ago(19), "本人"));
        all.addAll(List.of(steps).subList(1, steps.length));
        return new Plan(Channel.IN_PERSON, day.ago(35), null, applicant, asked, all);
    }

    private static Plan came(Channel channel, LocalDate on, Applicant applicant, String asked, Step... steps) {
        return new Plan(channel, on, null, applicant, asked, List.of(steps));
    }

    private static Plan confirmed(LocalDate on, LocalDate confirmed, Applicant applicant, String asked) {
        return new Plan(Channel.ONLINE, on, confirmed, applicant, asked, List.of());
    }

    private static Step decide(LocalDate on, DecisionType decision, Step.@Nullable Granting sub, String reasons) {
        return new Step.Decide(
                on,
                decision,
                sub,
                reasons,
                "经审查，" + reasons,
                List.of(decision.article()),
                "施二",
                decision == DecisionType.UNAVAIL_NOT_HELD ? "在档案室按年度检索，没有发现" : "",
                decision == DecisionType.REFUSED_DUPLICATE ? "示例数公复〔2026〕12号" : "");
    }

    private static Applicant person(String name, int nth) {
        return applicant(NATURAL_PERSON, name, "990000190001%02d0000".formatted(nth), nth);
    }

    private static Applicant company(String name, int nth) {
        return applicant(BUSINESS_ENTERPRISE, name, null, nth);
    }

    private static Applicant university(String name, int nth) {
        return applicant(RESEARCH_INSTITUTE, name, null, nth);
    }

    private static Applicant lawyers(String name, int nth) {
        return applicant(LEGAL_SERVICE_ORG, name, null, nth);
    }

    private static Applicant applicant(ApplicantKind kind, String name, @Nullable String paper, int nth) {
        return new Applicant(
                kind,
                name,
                paper,
                "100000000%02d".formatted(nth),
                "a%d@example.com".formatted(nth),
                "示例省示例路" + nth + "号（虚构）");
    }
}
