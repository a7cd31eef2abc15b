package gongkai.platform.request;

import gongkai.platform.personal.MaskedApplicant;
import gongkai.platform.request.procedure.ApplicantKind;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.ClockDay;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A request as another system sees it. */
record ShownRequest(
        String number,
        String organ,
        Channel channel,
        RequestState state,
        LocalDate submittedOn,
        @Nullable LocalDate confirmedOn,
        @Schema(description = "收到申请之日") @Nullable LocalDate receiptDate,

        @Schema(description = "答复期限最后一日；期限停止计算期间、逾期不补正或不缴费、撤回以后为空") @Nullable
        LocalDate due,

        boolean overdue,
        boolean extended,
        @Nullable DecisionType decision,
        @Schema(description = "表三的行；办结以前为空") @Nullable String table3Row,
        String description,
        boolean backfill,
        @Schema(description = "已遮盖") Masked applicant,
        @Schema(description = "现行期限自起算之日到届满或作出决定之日，逐日") List<ClockDay> clock,
        @Schema(description = "已办理的步骤，依次") List<ObjectNode> steps) {
    /** The applicant, with what identifies them covered. */
    record Masked(ApplicantKind kind, String name, String idNumber, String phone, String email, String address) {
        static Masked of(ApplicantKind kind, MaskedApplicant masked) {
            return new Masked(kind, masked.name(), masked.idNumber(), masked.phone(), masked.email(), masked.address());
        }
    }

    static ShownRequest of(
            DisclosureRequest request,
            String organ,
            LocalDate today,
            MaskedApplicant masked,
            List<ClockDay> clock,
            List<ObjectNode> steps) {
        return new ShownRequest(
                request.number(),
                organ,
                request.channel(),
                request.state(),
                request.submittedOn(),
                request.confirmedOn(),
                request.receiptDate(),
                request.due(),
                request.overdue(today),
                request.extended(),
                request.decision(),
                RequestApi.row(request),
                request.description(),
                request.backfilled(),
                Masked.of(request.applicantKind(), masked),
                clock,
                steps);
    }
}
