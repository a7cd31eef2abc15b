package gongkai.platform.casework;

import gongkai.platform.personal.Applicant;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Day;
import gongkai.platform.web.PrintedSheet;
import gongkai.platform.web.PrintedSheet.Line;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The form an officer fills in for somebody who asks by word of mouth (代填表, 第二十九条第一款). What they sign is their request. */
final class AssistedForm {
    static final String REASON = "打印代填表，交申请人核对签名";

    private AssistedForm() {}

    static PrintedSheet of(DisclosureRequest request, Applicant applicant, String organ) {
        return new PrintedSheet(
                "政府信息公开申请代填表",
                organ,
                request.number(),
                Cases.path(request.number()),
                List.of(
                        new Line("申请人", applicant.name()),
                        new Line("申请人类型", applicant.kind().chinese()),
                        new Line("证件号码", text(applicant.idNumber())),
                        new Line("联系电话", text(applicant.phone())),
                        new Line("电子邮箱", text(applicant.email())),
                        new Line("通信地址", text(applicant.address())),
                        new Line("所需信息的名称、文号或者其他特征描述", request.description()),
                        new Line("获取信息的方式", request.wantedForm()),
                        new Line("获取信息的途径", request.wantedDelivery()),
                        new Line("口头申请日期", Day.text(request.submittedOn()))),
                List.of("申请人（以上内容已向我宣读，与我的口头申请一致）", "代填人"),
                "采用书面形式确有困难的，申请人可以口头提出，由政府信息公开工作机构代为填写（第二十九条）；以申请人签名之日为收到申请之日。");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
