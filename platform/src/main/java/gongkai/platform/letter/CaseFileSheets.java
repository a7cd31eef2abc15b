package gongkai.platform.letter;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.casework.SearchNotes;
import gongkai.platform.casework.StepWords;
import gongkai.platform.letter.docx.Fields;
import gongkai.platform.letter.docx.Pages;
import gongkai.platform.letter.docx.TemplateText;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.Mask;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.ClockDay;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Day;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheets of a case file that are printed from what the system knows: registration, searches, steps, clock ledger, lists of others. */
@Component
class CaseFileSheets {
    private final Requests requests;
    private final Organs organs;
    private final LetterStore letters;
    private final Deliveries deliveries;
    private final SearchNotes searches;

    CaseFileSheets(Requests requests, Organs organs, LetterStore letters, Deliveries deliveries, SearchNotes searches) {
        this.requests = requests;
        this.organs = organs;
        this.letters = letters;
        this.deliveries = deliveries;
        this.searches = searches;
    }

    /** The form of registration (登记表). {@code clear}: whether the file tells who the applicant is. */
    CaseFilePart form(DisclosureRequest request, Applicant applicant, boolean clear) {
        var values = new HashMap<>(common(request));
        values.put("申请人", applicant.name());
        values.put("申请人类型", request.applicantKind().label());
        values.put("证件号码", Objects.requireNonNullElse(applicant.idNumber(), ""));
        values.put("申请人电话", Objects.requireNonNullElse(applicant.phone(), ""));
        values.put("申请人邮箱", Objects.requireNonNullElse(applicant.email(), ""));
        values.put("申请人地址", Objects.requireNonNullElse(applicant.address(), ""));
        values.put("提出方式", request.channel().label());
        values.put("提交日期", ChineseDay.of(request.submittedOn()));
        values.put("收到日期", ChineseDay.of(request.receiptDate()));
        values.put("申请内容", requests.asked(request));
        values.put("所需形式", request.wantedForm());
        values.put("获取途径", request.wantedDelivery());
        values.put("备注", clear ? "" : "个人信息已遮盖，身份证明、申请附件和送达凭证没有附入。");
        return page("申请登记表", ChineseDay.of(request.submittedOn()), "case-request", values, Map.of());
    }

    /** What was done, and how letters were delivered. */
    CaseFilePart steps(DisclosureRequest request, boolean clear) {
        var lines = new ArrayList<Map<String, String>>();
        lines.add(Map.of(
                "序号",
                "1",
                "日期",
                request.submittedOn().toString(),
                "名称",
                request.isOrdered() ? "责令重新答复" : "收到申请材料",
                "内容",
                request.receiptDate() == null ? "" : "收到申请之日：" + ChineseDay.of(request.receiptDate()),
                "备注",
                request.backfilled() ? "补录" : ""));
        var steps = requests.steps(request);
        for (int i = 0; i < steps.size(); i++) {
            var recorded = steps.get(i);
            lines.add(Map.of(
                    "序号", String.valueOf(i + 2),
                    "日期", recorded.step().on().toString(),
                    "名称", StepType.of(recorded.step()).label(),
                    "内容", told(recorded.step()),
                    "记录", Day.minute(recorded.recordedAt()),
                    "备注", recorded.backfilled() ? "补录" : recorded.isLate() ? "迟录" : ""));
        }
        var byId = new HashMap<java.util.UUID, Letter>();
        letters.of(request.id()).forEach(letter -> byId.put(letter.id(), letter));
        var ways = deliveries.of(request).stream()
                .map(delivery -> Map.of(
                        "文书",
                        delivery.letter() == null ? "答复" : title(byId.get(delivery.letter())),
                        "方式",
                        delivery.method().label(),
                        "发出",
                        delivery.sentOn() + (delivery.mailNo().isEmpty() ? "" : "\n" + delivery.mailNo()),
                        "送达",
                        delivery.deliveredOn() == null
                                ? ""
                                : delivery.deliveredOn().toString(),
                        "签收",
                        clear
                                ? delivery.people().signer() + delivery.people().witness()
                                : Mask.name(delivery.people().signer())))
                .toList();
        return page(
                "办理过程和送达情况",
                "",
                "case-steps",
                common(request),
                Map.of("步骤", lines, "送达", ways.isEmpty() ? List.of(sent(steps, clear)) : ways));
    }

    /** How the answer went by its steps, where no delivery was entered beside them. */
    private static Map<String, String> sent(List<Recorded> steps, boolean clear) {
        var line = new HashMap<>(Map.of("文书", "没有登记"));
        for (var step : Procedure.standing(steps.stream().map(Recorded::step).toList())) {
            if (step instanceof Step.Dispatch dispatch) {
                line.put("文书", "答复");
                line.put("方式", dispatch.method().label());
                line.put("发出", dispatch.on() + (dispatch.mailNo().isEmpty() ? "" : "\n" + dispatch.mailNo()));
            } else if (step instanceof Step.Deliver deliver) {
                line.put("送达", deliver.on().toString());
                line.put("签收", clear ? deliver.signer() : Mask.name(deliver.signer()));
            }
        }
        return line;
    }

    /** What a step says; what the answer says stands in its letter. */
    private static String told(Step step) {
        return StepWords.said(step).stream()
                .filter(line -> !(step instanceof Step.Decide) || line.startsWith("决定") || line.startsWith("批准人"))
                .collect(Collectors.joining("\n"));
    }

    private static String title(@Nullable Letter letter) {
        return letter == null ? "" : letter.kind().title();
    }

    /** The clock ledger. */
    CaseFilePart ledger(DisclosureRequest request) {
        var values = new HashMap<>(common(request));
        List<ClockDay> days = List.of();
        try {
            days = requests.procedure(request.organ()).ledger(requests.standing(request, requests.steps(request)));
            values.put(
                    "备注",
                    "计入 " + days.stream().filter(ClockDay::counted).count() + " 日"
                            + (request.due() == null ? "。" : "，应于 " + ChineseDay.of(request.due()) + " 前答复。"));
        } catch (MissingYearException e) {
            values.put("备注", String.valueOf(e.getMessage()));
        }
        var lines = days.stream()
                .map(day -> Map.of(
                        "日期", day.day().toString(),
                        "计入", day.counted() ? "计入" : "—",
                        "说明", day.reason(),
                        "依据", day.article()))
                .toList();
        return page("期限台账", "", "case-ledger", values, Map.of("台账", lines));
    }

    /** The searches that were made (检索记录); empty if there were none. */
    Optional<CaseFilePart> searches(DisclosureRequest request) {
        var rows = searches.of(request).stream()
                .map(note -> List.of(
                        note.on().toString(),
                        note.place(),
                        note.method() + (note.words().isBlank() ? "" : "\n“" + note.words() + "”"),
                        (note.struck() ? "（已划去）" : "") + (note.found() ? "有" : "没有") + "\n" + note.outcome(),
                        note.by() + "\n" + note.recorded()))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(list(
                        request,
                        new CaseFileList.Table(
                                "检索记录",
                                List.of(17, 21, 22, 22, 18),
                                List.of("日期", "检索范围", "方法和关键词", "结果", "检索人、登记"),
                                rows)));
    }

    /** A list of another feature. */
    CaseFilePart list(DisclosureRequest request, CaseFileList.Table table) {
        var template = new StringBuilder("标题 " + table.title() + "\n文号 申请编号：{{申请编号}}\n表 ");
        template.append(table.widths().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .append("\n|")
                .append(String.join("|", table.heads()))
                .append("|\n|");
        for (int i = 0; i < table.heads().size(); i++) {
            template.append("{{行.").append(i).append("}}|");
        }
        var rows = new ArrayList<Map<String, String>>();
        for (var row : table.rows()) {
            var cells = new HashMap<String, String>();
            for (int i = 0; i < row.size(); i++) {
                cells.put(String.valueOf(i), row.get(i));
            }
            rows.add(cells);
        }
        return printed(table.title(), "", template.toString(), common(request), Map.of("行", rows));
    }

    private Map<String, String> common(DisclosureRequest request) {
        return Map.of(
                "申请编号",
                request.number(),
                "机关全称",
                organs.byId(request.organ()).map(Organ::name).orElse(""));
    }

    private static CaseFilePart page(
            String title,
            String on,
            String template,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> rows) {
        return printed(title, on, TemplateText.ours(template), values, rows);
    }

    private static CaseFilePart printed(
            String title,
            String on,
            String template,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> rows) {
        var filled = new Fields(values, rows).fill(TemplateText.docx(template));
        return new CaseFilePart(title, "", on, Pages.pdf(filled, title));
    }
}
