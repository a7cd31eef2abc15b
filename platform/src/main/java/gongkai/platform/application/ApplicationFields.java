package gongkai.platform.application;

import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.personal.IdentityNumbers;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled in, and what is wrong with it. The law asks for name, proof of identity and a way to be reached, a description of the
 * information, and the wanted form (第二十九条). What is missing of the proof can be corrected later and is no reason to turn anybody away.
 */
record ApplicationFields(Map<String, String> values) {
    /** The longest description, in characters. */
    static final int LONGEST_TEXT = 10_000;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_LINE = 200;
    private static final Pattern PHONE = Pattern.compile("[0-9０-９+＋()（） \\-－—转,，、;；/#*]{5,60}");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"]{1,64}@[^\\s@<>\"]{1,180}\\.[^\\s@<>\"]{2,60}");
    /** A line, or what follows a full stop, that begins with a number of its own. */
    private static final Pattern ITEM =
            Pattern.compile("(?:^|[\\n。；;])\\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）、.．]|第[一二三四五六七八九十]+[项，、])");

    ApplicationFields {
        values = Map.copyOf(values);
    }

    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    boolean ticked(String field) {
        return value(field).equals("yes");
    }

    Optional<ApplicantKind> kind() {
        return Arrays.stream(ApplicantKind.values())
                .filter(kind -> kind.name().equals(value("kind")))
                .findFirst();
    }

    Optional<WantedForm> form() {
        return Arrays.stream(WantedForm.values())
                .filter(form -> form.name().equals(value("form")))
                .findFirst();
    }

    Optional<WantedDelivery> delivery() {
        return Arrays.stream(WantedDelivery.values())
                .filter(delivery -> delivery.name().equals(value("delivery")))
                .findFirst();
    }

    /** The form with what is wrong in that step. */
    Form checked(ApplicationStep step) {
        var form = Form.of(values);
        return switch (step) {
            case WHO -> who(form);
            case WHAT -> what(form);
            case HOW -> how(form);
            case CHECK -> form;
        };
    }

    /** The first step in which something is wrong; null if it can be sent. */
    @Nullable
    ApplicationStep unfinished() {
        for (var step : ApplicationStep.values()) {
            if (checked(step).rejected()) {
                return step;
            }
        }
        return null;
    }

    private Form who(Form form) {
        var checked = form;
        if (kind().isEmpty()) {
            checked = checked.wrong("kind", "请选择您以个人还是以哪类单位的名义申请");
        }
        if (value("name").isEmpty()) {
            checked = checked.wrong("name", "请填写姓名或者单位名称");
        }
        checked = notLonger(checked, "name", "姓名或者单位名称", LONGEST_NAME);
        checked = notLonger(checked, "idNumber", "证件号码", LONGEST_LINE);
        checked = notLonger(checked, "agent", "代理人姓名", LONGEST_NAME);
        checked = notLonger(checked, "address", "通信地址", LONGEST_LINE);
        var phone = value("phone");
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            checked = checked.wrong("phone", "联系电话只能由数字和 + - ( ) 转 等组成，例如 0000-12345678 转 1");
        }
        var email = value("email");
        if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            checked = checked.wrong("email", "电子邮箱应写成 name@example.cn 的样子");
        }
        if (phone.isEmpty() && email.isEmpty() && value("address").isEmpty()) {
            checked = checked.wrong("phone", "请至少填写一种联系方式：电话、电子邮箱或者通信地址，否则单位无法与您确认、也无法把答复送给您");
        }
        return checked;
    }

    private Form what(Form form) {
        var checked = form;
        if (value("description").isEmpty() && value("docNo").isEmpty()) {
            checked = checked.wrong("description", "请写明您要的政府信息的名称、文号，或者便于查询的其他特征");
        }
        checked = notLonger(checked, "description", "内容描述", LONGEST_TEXT - 2 * LONGEST_LINE);
        return notLonger(checked, "docNo", "文号", LONGEST_LINE);
    }

    private Form how(Form form) {
        var checked = form;
        if (form().isEmpty()) {
            checked = checked.wrong("form", "请选择您要的形式");
        }
        var delivery = delivery();
        if (delivery.isEmpty()) {
            return checked.wrong("delivery", "请选择获取途径");
        }
        if (delivery.get() == WantedDelivery.EMAIL && value("email").isEmpty()) {
            checked = checked.wrong("delivery", "您选择了发送电子邮件，请先在第 1 步“我是谁”中填写电子邮箱");
        }
        if (delivery.get() == WantedDelivery.POST && value("address").isEmpty()) {
            checked = checked.wrong("delivery", "您选择了邮寄，请先在第 1 步“我是谁”中填写通信地址");
        }
        return checked;
    }

    private Form notLonger(Form form, String field, String label, int longest) {
        int length = value(field).codePointCount(0, value(field).length());
        return length <= longest ? form : form.wrong(field, label + "不能超过 " + longest + " 个字，现在有 " + length + " 个字");
    }

    /** What is no reason to refuse it, but worth a second look before it is sent. */
    List<String> warnings(LocalDate today, boolean hasPaper) {
        var warnings = new ArrayList<String>();
        kind().ifPresent(kind -> IdentityNumbers.warnings(kind, value("idNumber"), today)
                .forEach(warning -> warnings.add(warning + "。如果没有错，可以照样提交")));
        if (value("idNumber").isEmpty() && !hasPaper) {
            warnings.add("您没有提供身份证明（证件号码或者证件照片）。可以照样提交，但单位可能会要求您补正（《条例》第二十九条、第三十条）");
        }
        if (matters() > 1) {
            warnings.add("您写的看起来是几件不同的事。一份申请只写一件事（一事一申请），办理更快；分不开也可以照样提交，单位可能会为您拆分");
        }
        return warnings;
    }

    /** How many numbered matters the description seems to hold. */
    private long matters() {
        return ITEM.matcher(value("description")).results().count();
    }

    /** The description as the request keeps it. */
    String description() {
        var docNo = value("docNo");
        return docNo.isEmpty() ? value("description") : (value("description") + "\n文号：" + docNo).strip();
    }

    String wantedForm() {
        return form().map(WantedForm::label).orElse("") + (ticked("alternative") ? "；不能按此提供时，接受其他形式" : "");
    }

    String wantedDelivery() {
        return delivery().map(WantedDelivery::label).orElse("") + (electronic() ? "；同意电子送达" : "");
    }

    /** Whether letters may be sent by electronic means. */
    boolean electronic() {
        return ticked("electronic")
                || delivery().map(WantedDelivery::electronic).orElse(false);
    }

    /** The application as the platform registers it. All steps have been checked. */
    NewRequest request(OrganId organ, LocalDate today) {
        return new NewRequest(
                organ,
                Channel.ONLINE,
                today,
                null,
                new Applicant(
                        kind().orElseThrow(),
                        value("name"),
                        given("idNumber"),
                        given("phone"),
                        given("email"),
                        given("address")),
                description(),
                wantedForm(),
                wantedDelivery(),
                false);
    }

    private @Nullable String given(String field) {
        return value(field).isEmpty() ? null : value(field);
    }

    @Override
    public String toString() {
        return "application fields";
    }
}
