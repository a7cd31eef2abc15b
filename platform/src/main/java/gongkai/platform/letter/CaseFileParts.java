package gongkai.platform.letter;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.letter.docx.Fields;
import gongkai.platform.letter.docx.Pages;
import gongkai.platform.letter.docx.TemplateText;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.ClockDay;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Day;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Gathers the papers of a case in the order they are filed (domain/requests 10). */
@Component
class CaseFileParts {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Requests requests;
    private final Organs organs;
    private final LetterStore letters;
    private final LetterFiles letterFiles;
    private final Deliveries deliveries;
    private final StoredFiles files;

    CaseFileParts(
            Requests requests,
            Organs organs,
            LetterStore letters,
            LetterFiles letterFiles,
            Deliveries deliveries,
            StoredFiles files) {
        this.requests = requests;
        this.organs = organs;
        this.letters = letters;
        this.letterFiles = letterFiles;
        this.deliveries = deliveries;
        this.files = files;
    }

    /** @param applicant as whoever asks for the file may see them, masked or in the clear; {@code papers}: identity papers too */
    List<CaseFilePart> of(DisclosureRequest request, Applicant applicant, boolean papers) {
        var parts = new ArrayList<CaseFilePart>();
        parts.add(form(request, applicant, papers));
        parts.addAll(files(request, FilePurpose.REQUEST_ATTACHMENT, "申请附件"));
        if (papers) {
            parts.addAll(files(request, FilePurpose.IDENTITY_PAPER, "身份证明"));
        }
        var all = printed(request);
        parts.addAll(bound(all, kind -> kind == LetterKind.REGISTRATION_RECEIPT));
        parts.addAll(bound(all, CaseFileParts::onTheWay));
        parts.addAll(files(request, FilePurpose.CASE_MATERIAL, "办理材料"));
        parts.addAll(bound(all, kind -> LetterFields.isAnswer(kind) || kind == LetterKind.TERMINATION_NOTICE));
        parts.addAll(bound(all, kind -> kind == LetterKind.DELIVERY_RECEIPT));
        parts.add(steps(request));
        parts.add(ledger(request));
        return parts;
    }

    private static boolean onTheWay(LetterKind kind) {
        return !LetterFields.isAnswer(kind)
                && kind != LetterKind.TERMINATION_NOTICE
                && kind != LetterKind.REGISTRATION_RECEIPT
                && kind != LetterKind.DELIVERY_RECEIPT
                && kind != LetterKind.CASE_FILE_INDEX;
    }

    private List<Letter> printed(DisclosureRequest request) {
        letters.of(request.id()).stream().filter(Letter::unprinted).forEach(letter -> letterFiles.print(letter.id()));
        return letters.of(request.id()).stream()
                .filter(letter -> letter.pdf() != null)
                .sorted(Comparator.comparing(letter -> Objects.requireNonNull(letter.signedOn())))
                .toList();
    }

    private List<CaseFilePart> bound(List<Letter> letters, Predicate<LetterKind> wanted) {
        return letters.stream()
                .filter(letter -> wanted.test(letter.kind()))
                .map(letter -> new CaseFilePart(
                        letter.kind().title() + (letter.state() == Letter.State.VOID ? "（已作废）" : ""),
                        String.valueOf(letter.docNo()),
                        ChineseDay.of(letter.signedOn()),
                        bytes(Objects.requireNonNull(letter.pdf()))))
                .toList();
    }

    private byte[] bytes(FileId id) {
        try (var in = files.open(id)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<CaseFilePart> files(DisclosureRequest request, FilePurpose purpose, String title) {
        return files.of(purpose, request.number()).stream()
                .map(file -> new CaseFilePart(
                        purpose == FilePurpose.IDENTITY_PAPER ? title : title + "：" + file.name(),
                        "",
                        ChineseDay.of(file.addedAt().atZone(ZONE).toLocalDate()),
                        Binding.pdf(file.kind(), bytes(file.id()))))
                .toList();
    }

    private CaseFilePart form(DisclosureRequest request, Applicant applicant, boolean papers) {
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
        values.put("申请内容", request.description());
        values.put("所需形式", request.wantedForm());
        values.put("获取途径", request.wantedDelivery());
        values.put("备注", papers ? "" : "个人信息已遮盖，身份证明没有附入。");
        return page("申请登记表", ChineseDay.of(request.submittedOn()), "case-request", values, Map.of());
    }

    private CaseFilePart steps(DisclosureRequest request) {
        var lines = new ArrayList<Map<String, String>>();
        var steps = requests.steps(request);
        for (int i = 0; i < steps.size(); i++) {
            var recorded = steps.get(i);
            lines.add(Map.of(
                    "序号", String.valueOf(i + 1),
                    "日期", recorded.step().on().toString(),
                    "名称", StepType.of(recorded.step()).label(),
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
                        delivery.people().signer() + delivery.people().witness()))
                .toList();
        return page("办理过程和送达情况", "", "case-steps", common(request), Map.of("步骤", lines, "送达", ways));
    }

    private static String title(@org.jspecify.annotations.Nullable Letter letter) {
        return letter == null ? "" : letter.kind().title();
    }

    private CaseFilePart ledger(DisclosureRequest request) {
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
        var filled = new Fields(values, rows).fill(TemplateText.docx(TemplateText.ours(template)));
        return new CaseFilePart(title, "", on, Pages.pdf(filled, title));
    }
}
