package gongkai.platform.casework;

import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A request as an officer typed it. */
final class IntakeInput {
    /** As for other systems. */
    private static final int LONGEST_TEXT = 10_000;

    private static final int LONGEST_FIELD = 500;
    private static final int SHORTEST_DESCRIPTION = 6;

    private final MultiValueMap<String, String> typed;
    private Form form;

    IntakeInput(MultiValueMap<String, String> typed) {
        this.typed = typed;
        this.form = Form.of(typed);
    }

    Form form() {
        return form;
    }

    /** The request; empty if something in the form cannot be read. */
    Optional<NewRequest> request(OrganId organ) {
        var channel = choice("channel", Channel.values(), "请选择申请的渠道");
        var kind = choice("kind", ApplicantKind.values(), "请选择申请人类型");
        var submitted = day("submittedOn");
        var confirmed = day("confirmedOn");
        if (submitted == null && form.error("submittedOn").isEmpty()) {
            form = form.wrong("submittedOn", "请填写提交、签收或到达本机关的日期");
        }
        require("name", "请填写申请人姓名或者名称；信件上没有的填“未署名”");
        require("description", "请照录申请的内容");
        for (var name : typed.keySet()) {
            int longest = name.equals("description") ? LONGEST_TEXT : LONGEST_FIELD;
            if (text(name).codePointCount(0, text(name).length()) > longest) {
                form = form.wrong(name, "太长，最多" + longest + "字");
            }
        }
        if (!text("email").isEmpty() && !text("email").contains("@")) {
            form = form.wrong("email", "电子邮箱中没有 @，请核对");
        }
        if (form.rejected() || channel == null || kind == null || submitted == null) {
            return Optional.empty();
        }
        var docNo = text("docNo");
        return Optional.of(new NewRequest(
                organ,
                channel,
                submitted,
                channel.needsConfirmation() ? confirmed : null,
                new Applicant(kind, text("name"), given("idNumber"), given("phone"), given("email"), given("address")),
                text("description") + (docNo.isEmpty() ? "" : "\n文号或其他特征：" + docNo),
                text("wantedForm"),
                text("wantedDelivery"),
                text("backfill").equals("true")));
    }

    /** What was noted beside it. */
    Intake intake() {
        return new Intake(text("idProof"), text("needsHelp").equals("true"), text("misroutedTo"), text("remark"));
    }

    /** What the application lacks of what 第二十九条 asks, so that a correction may be asked for; nothing bars the registration. */
    List<String> omissions() {
        var missing = new ArrayList<String>();
        if (text("name").equals("未署名")) {
            missing.add("没有申请人的姓名或者名称");
        }
        if (text("idProof").isEmpty() && text("idNumber").isEmpty()) {
            missing.add("没有身份证明");
        }
        if (text("phone").isEmpty()
                && text("email").isEmpty()
                && text("address").isEmpty()) {
            missing.add("没有联系方式");
        }
        if (text("description").length() < SHORTEST_DESCRIPTION) {
            missing.add("申请内容过于简单，名称、文号或者便于查询的其他特征描述可能不明确");
        }
        if (text("wantedForm").isEmpty() || text("wantedDelivery").isEmpty()) {
            missing.add("没有写明获取信息的方式、途径等形式要求");
        }
        return missing;
    }

    private void require(String name, String message) {
        if (text(name).isEmpty()) {
            form = form.wrong(name, message);
        }
    }

    private <T extends Enum<T>> @Nullable T choice(String name, T[] values, String message) {
        var found = Arrays.stream(values)
                .filter(value -> value.name().equals(text(name)))
                .findFirst();
        if (found.isEmpty()) {
            form = form.wrong(name, message);
        }
        return found.orElse(null);
    }

    private @Nullable LocalDate day(String name) {
        var text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Day.typed(text);
        } catch (DateTimeParseException e) {
            form = form.wrong(name, "“" + text + "”不是日期，请按 2026-01-31 的样子填写");
            return null;
        }
    }

    private @Nullable String given(String name) {
        var text = text(name);
        return text.isEmpty() ? null : text;
    }

    private String text(String name) {
        var value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
