package gongkai.platform.organ;

import gongkai.platform.organ.Ruling.Objection;
import java.util.ArrayList;
import java.util.List;

/** What speaks against what is said of a disclosure office. Pure. */
final class OfficeChecks {
    private static final int LONGEST = 200;

    private OfficeChecks() {}

    static List<Objection> objections(DisclosureOffice office) {
        var found = new ArrayList<Objection>();
        required("name", "机构名称", office.name(), found);
        required("address", "办公地址", office.address(), found);
        required("hours", "办公时间", office.hours(), found);
        required("phone", "联系电话", office.phone(), found);
        matches("phone", "联系电话", office.phone(), "[0-9+()（）、，,;； 转—-]{5,60}", "如 0379-00000000，多个号码用顿号分开", found);
        matches("fax", "传真号码", office.fax(), "[0-9+()（）、，,;； 转—-]{5,60}", "如 0379-00000000", found);
        matches(
                "email",
                "电子邮箱",
                office.email(),
                "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+",
                "如 gkb@sfj.example.gov.cn",
                found);
        matches("url", "互联网地址", office.url(), "https?://[^\\s<>\"]+", "以 http:// 或 https:// 开头", found);
        matches("postcode", "邮政编码", office.postcode(), "\\d{6}", "6 位数字", found);
        opened(office, ReceivingChannel.FAX, "fax", office.fax(), "传真号码", found);
        opened(office, ReceivingChannel.EMAIL, "email", office.email(), "电子邮箱", found);
        opened(office, ReceivingChannel.ONLINE, "url", office.url(), "互联网地址", found);
        return found;
    }

    private static void required(String field, String label, String value, List<Objection> found) {
        if (value.isBlank()) {
            found.add(new Objection(field, "请填写" + label + "（条例第十二条要求指南写明）"));
        } else if (value.length() > LONGEST) {
            found.add(new Objection(field, label + "不超过 " + LONGEST + " 个字"));
        }
    }

    private static void matches(
            String field, String label, String value, String pattern, String example, List<Objection> found) {
        if (!value.isBlank() && !(value.length() <= LONGEST && value.matches(pattern))) {
            found.add(new Objection(field, label + "“" + value + "”格式不对：" + example));
        }
    }

    private static void opened(
            DisclosureOffice office,
            ReceivingChannel channel,
            String field,
            String value,
            String label,
            List<Objection> found) {
        if (office.takes(channel) && value.isBlank()) {
            found.add(new Objection(field, "开通了“" + channel.chinese() + "”，请填写" + label));
        }
    }
}
