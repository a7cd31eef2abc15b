package gongkai.platform.remedy;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.api.BodyFields;
import gongkai.platform.api.ReadsAs;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Reconsiderations and lawsuits for other systems. */
@RestController
@Tag(name = "复议诉讼")
@Needs(Action.HANDLE_REMEDIES)
class RemedyApi {
    private final Remedies remedies;
    private final Organs organs;
    private final Access access;
    private final Policy policy;

    RemedyApi(Remedies remedies, Organs organs, Access access, Policy policy) {
        this.remedies = remedies;
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    /** What is sent to enter a case. */
    record Case(
            @Schema(description = "机构代码") String organ,
            RemedyKind kind,

            @Schema(description = "所涉申请的编号；因主动公开发生的案件没有") @Nullable
            String request,

            @Schema(description = "案号") String caseNo,
            @Schema(description = "受理日期") LocalDate acceptedOn,

            @Schema(description = "补录以前的案件，需要补录的权限") @Nullable
            Boolean backfill) {}

    /** What is sent to close it. */
    record Outcome(
            @Schema(description = "PENDING 不是审结的结果") RemedyOutcome outcome,
            @Schema(description = "审结日期，不早于受理日期") LocalDate closedOn,
            @Nullable Boolean backfill) {}

    /** The answer to an entry. */
    record Entered(long id) {}

    /** A case as it stands. */
    record Stands(
            long id,
            RemedyKind kind,
            @Nullable String request,
            String caseNo,
            LocalDate acceptedOn,
            @Nullable RemedyOutcome outcome,
            @Nullable LocalDate closedOn) {}

    @Operation(summary = "登记一件行政复议或者行政诉讼案件")
    @PostMapping("/api/v1/remedies")
    @ResponseStatus(HttpStatus.CREATED)
    Entered enter(@ReadsAs(Case.class) @RequestBody JsonNode body) {
        var fields = new BodyFields(body);
        var organ = organs.byCode(fields.text("organ"))
                .filter(found -> allowed(found.id()))
                .orElseThrow(() -> Refusal.notFound("没有这个机构，或您无权为它登记案件"));
        required(organ.id());
        boolean backfill = backfill(fields, organ.id());
        var request = fields.textIfGiven("request");
        return new Entered(remedies.add(
                organ.id(),
                fields.identifier("kind", RemedyKind.class),
                request.isBlank() ? null : request,
                fields.text("caseNo"),
                fields.day("acceptedOn"),
                backfill));
    }

    @Operation(summary = "登记案件的结果")
    @PostMapping("/api/v1/remedies/{id}/outcome")
    Stands close(@PathVariable long id, @ReadsAs(Outcome.class) @RequestBody JsonNode body) {
        var remedy = remedies.byId(id)
                .filter(found -> allowed(found.organ()))
                .orElseThrow(() -> Refusal.notFound("没有这件案件，或您无权办理"));
        required(remedy.organ());
        var fields = new BodyFields(body);
        backfill(fields, remedy.organ());
        remedies.close(remedy, fields.identifier("outcome", RemedyOutcome.class), fields.day("closedOn"));
        var now = remedies.byId(id).orElseThrow();
        return new Stands(
                now.id(), now.kind(), now.request(), now.caseNo(), now.acceptedOn(), now.outcome(), now.closedOn());
    }

    private boolean backfill(BodyFields fields, OrganId organ) {
        boolean backfill = fields.flag("backfill");
        if (backfill) {
            policy.require(access.required(), Action.BACKFILL_REQUESTS, organ);
        }
        return backfill;
    }

    /** Asked beside {@link #allowed} so that the log says for whom, where a deputy acts. */
    private void required(OrganId organ) {
        policy.require(access.required(), Action.HANDLE_REMEDIES, organ);
    }

    private boolean allowed(OrganId organ) {
        return policy.allows(access.required(), Action.HANDLE_REMEDIES, organ);
    }
}
