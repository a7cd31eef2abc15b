package gongkai.platform.request;

import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.procedure.Channel;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What another system sends to register a request; {@link RequestApi} reads it field by field. */
record Registration(
        @Schema(description = "机构代码") String organ,
        Channel channel,

        @Schema(description = "提交之日；需签收的邮寄为签收之日，口头代填为申请人签名之日：当面提交和这两种渠道以它为收到申请之日")
        LocalDate submittedOn,

        @Schema(description = "双方确认之日，其他渠道以它为收到申请之日；没有时待 confirm 步骤登记") @Nullable
        LocalDate confirmedOn,

        Who applicant,
        @Schema(description = "所需信息的名称、文号或其他特征，最多 10000 个字") String description,
        @Schema(description = "所需信息的形式") @Nullable String wantedForm,
        @Schema(description = "获取信息的途径") @Nullable String wantedDelivery,

        @Schema(description = "补录以前收到的申请，需要补录的权限；不发文书、邮件和提醒") @Nullable
        Boolean backfill) {
    /** The applicant, as sent. */
    record Who(
            ApplicantKind kind,
            @Schema(description = "姓名或者名称") String name,

            @Schema(description = "身份证号码或者统一社会信用代码") @Nullable
            String idNumber,

            @Nullable String phone,
            @Nullable String email,
            @Nullable String address) {}
}
