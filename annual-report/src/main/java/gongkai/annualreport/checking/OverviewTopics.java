package gongkai.annualreport.checking;

import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Paragraph;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What section one must tell of, and how its sub-headings call it; what a government's report must tell besides. */
final class OverviewTopics {
    /**
     * One of the five aspects of section one.
     *
     * @param heading what a sub-heading about it says
     * @param named what names it outright anywhere
     * @param words what tells of it in prose without such sub-headings
     * @param misnamed sub-headings that are nearly, but not, the standard one
     */
    private record Topic(String name, Pattern heading, Pattern named, Pattern words, Pattern misnamed) {}

    private static final List<Topic> TOPICS = List.of(
            topic(
                    "主动公开",
                    "主动公开|重点领域|公开内容|公开力度",
                    "主动公开",
                    "主动公开|公开[^，。]{0,12}\\d+[余多]?[条件份篇]|发布[^，。]{0,12}信息",
                    "自主公开|自动公开"),
            topic("依申请公开", "依申请|申请公开|公开申请|申请办理|申请办件", "依申请|申请公开|公开申请", "依申请|申请公开|公开申请|信息申请", "申请公开|按申请公开|应申请公开|以申请公开"),
            topic(
                    "政府信息管理",
                    "信息管理|信息资源|信息的管理|信息规范管理|管理情况|信息审|公开管理|规范管理",
                    "信息管理|信息资源管理|信息规范管理|信息的管理",
                    "信息管理|审查|审核|三审|保密|目录|台账|动态调整|规范性文件|签批",
                    "政务信息管理|信息公开管理|政府信息公开管理"),
            topic(
                    "政府信息公开平台建设",
                    "平台|网站|渠道|载体|新媒体|阵地|专栏",
                    "平台建设|公开平台|平台的建设|网站建设|平台管理",
                    "平台|网站|专栏|栏目|新媒体|公众号|微信|微博|公示栏|公开栏",
                    "政务公开平台建设|信息平台建设|公开渠道建设"),
            topic(
                    "监督保障",
                    "监督|保障|监管|考核|组织领导|培训|责任",
                    "监督保障|保障监督|监督考核|监督管理|组织保障|监督检查",
                    "监督|保障|考核|培训|领导小组|责任追究|组织领导|评议|检查",
                    "保障监管|监管保障|保障监督|监督保证|监督考核|考核监督|监督管理|监察保障"));

    private static final Pattern DRESSING = Pattern.compile("情况|方面|工作|政府信息公开|政府信息|政务公开|的|加强|做好|强化|扎实|推进|开展|及|和|与|”|“");
    private static final Pattern GOVERNMENT_DRESSING = Pattern.compile("情况|方面|工作|的");

    private OverviewTopics() {}

    private static Topic topic(String name, String heading, String named, String words, String misnamed) {
        return new Topic(
                name,
                Pattern.compile(heading),
                Pattern.compile(named),
                Pattern.compile(words),
                Pattern.compile(misnamed));
    }

    static void topics(Subject subject, Verdict verdict) {
        var overview = overview(subject);
        if (overview.isEmpty()) {
            return;
        }
        var headings = overview.stream()
                .map(Paragraph::heading)
                .filter(heading -> !heading.isEmpty() && heading.length() <= 24)
                .toList();
        long headed = TOPICS.stream()
                .filter(topic -> headings.stream()
                        .anyMatch(heading -> topic.heading().matcher(heading).find()))
                .count();
        for (var topic : TOPICS) {
            boolean told = headed >= 3
                    ? headings.stream()
                                    .anyMatch(heading ->
                                            topic.heading().matcher(heading).find())
                            || overview.stream().anyMatch(paragraph -> opensWith(topic, paragraph))
                    : overview.stream()
                            .anyMatch(paragraph ->
                                    topic.words().matcher(paragraph.text()).find());
            if (!told) {
                verdict.find(
                        List.of(),
                        RequestClaims.place(subject, SectionKey.OVERVIEW),
                        Map.of("topic", topic.name()),
                        topic.name(),
                        null);
            }
        }
    }

    /** Among headed paragraphs one without heading may still be about the topic, if it begins by naming it. */
    private static boolean opensWith(Topic topic, Paragraph paragraph) {
        var text = paragraph.text();
        return topic.named()
                        .matcher(text.length() > 60 ? text.substring(0, 60) : text)
                        .find()
                && !paragraph.heading().contains(topic.name());
    }

    static void headings(Subject subject, Verdict verdict) {
        for (var paragraph : overview(subject)) {
            var heading = paragraph.heading();
            if (heading.isEmpty() || heading.length() > 16) {
                continue;
            }
            var plain = DRESSING.matcher(heading).replaceAll("");
            var core = GOVERNMENT_DRESSING.matcher(heading).replaceAll("");
            for (var topic : TOPICS) {
                if (topic.misnamed().matcher(plain).matches()
                        || topic.misnamed().matcher(core).matches()) {
                    verdict.find(
                            List.of(),
                            RequestClaims.place(subject, SectionKey.OVERVIEW),
                            Map.of("a", heading, "b", topic.name()),
                            topic.name(),
                            heading);
                    break;
                }
            }
        }
    }

    /** 第五十条第一款第四项: a government's report also tells of appraisal, public assessment and accountability. */
    static void government(Subject subject, Verdict verdict) {
        if (!subject.narrative().ofGovernment()) {
            return;
        }
        if (subject.narrative().paragraphs().isEmpty()) {
            return;
        }
        require("工作考核结果情况", "考核|绩效", subject, verdict);
        require("社会评议结果情况", "评议|满意度|测评|评价|评估|民意|问卷", subject, verdict);
        require("责任追究结果情况", "责任追究|追责|问责|追究|追究责任|责任事故|违规违纪", subject, verdict);
    }

    private static void require(String topic, String words, Subject subject, Verdict verdict) {
        var pattern = Pattern.compile(words);
        if (subject.narrative().paragraphs().stream()
                .noneMatch(paragraph -> pattern.matcher(paragraph.text()).find())) {
            verdict.find(
                    List.of(), RequestClaims.place(subject, SectionKey.OVERVIEW), Map.of("topic", topic), topic, null);
        }
    }

    static void length(Subject subject, Verdict verdict) {
        var overview = subject.report().section(SectionKey.OVERVIEW);
        if (overview.isEmpty()) {
            return;
        }
        var text = overview.get().heading() + overview.get().text();
        int longest = subject.settings().overviewLength();
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!PlainText.isBlank(text.charAt(i))) {
                length++;
            }
        }
        if (length > longest) {
            verdict.find(
                    List.of(),
                    RequestClaims.place(subject, SectionKey.OVERVIEW),
                    Map.of("n", length, "max", longest),
                    longest,
                    length);
        }
    }

    private static List<Paragraph> overview(Subject subject) {
        return subject.narrative().paragraphs().stream()
                .filter(paragraph -> paragraph.section() == SectionKey.OVERVIEW)
                .toList();
    }
}
