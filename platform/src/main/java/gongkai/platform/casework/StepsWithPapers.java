package gongkai.platform.casework;

import gongkai.platform.files.FilePurpose;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import org.springframework.web.multipart.MultipartFile;

/** Steps with the scanned papers they rest on, for example the receipt of a payment: both are kept, or neither. */
@Service
class StepsWithPapers {
    private final Requests requests;
    private final CaseUploads uploads;
    private final StepObjections objections;

    StepsWithPapers(Requests requests, CaseUploads uploads, StepObjections objections) {
        this.requests = requests;
        this.uploads = uploads;
        this.objections = objections;
    }

    @Transactional
    Requests.Outcome take(
            DisclosureRequest request,
            Step step,
            boolean backfill,
            int expected,
            @Nullable List<MultipartFile> papers) {
        var objection = backfill ? Optional.<Ruling.Barred>empty() : objections.to(request, StepType.of(step));
        if (objection.isPresent()) {
            return new Requests.Outcome.Barred(
                    objection.get().article(), objection.get().reason());
        }
        var refused = uploads.keep(request, FilePurpose.CASE_MATERIAL, papers);
        var outcome = refused.isEmpty()
                ? requests.take(request.number(), step, backfill, expected)
                : new Requests.Outcome.Unfit(StepField.PAPERS, String.join("；", refused));
        if (!(outcome instanceof Requests.Outcome.Taken)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return outcome;
    }
}
