package gongkai.platform.review;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Actor;
import gongkai.platform.access.Policy;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Due;
import gongkai.platform.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The case an address names, for whoever may do that with it, and what every page about it needs. */
@Component
class CaseDesk {
    private static final String ABSENT = "没有这件申请，或您无权查看";

    private final Requests requests;
    private final Organs organs;
    private final StoredFiles files;
    private final Access access;
    private final Policy policy;

    CaseDesk(Requests requests, Organs organs, StoredFiles files, Access access, Policy policy) {
        this.requests = requests;
        this.organs = organs;
        this.files = files;
        this.access = access;
        this.policy = policy;
    }

    Actor actor() {
        return access.required();
    }

    /** The case, or the same answer whether it is not there or may not be seen. */
    DisclosureRequest visible(String number) {
        return requests.byNumber(number)
                .filter(request -> may(Action.SEE_REQUESTS, request.organ()))
                .orElseThrow(() -> Refusal.notFound(ABSENT));
    }

    /** The case, for whoever may do that with it; who may only see it is told which right is missing. */
    DisclosureRequest forAction(String number, Action action) {
        var request = visible(number);
        policy.require(access.required(), action, request.organ());
        return request;
    }

    boolean may(Action action, @Nullable OrganId organ) {
        return policy.allows(access.required(), action, organ);
    }

    /** The organ whoever acts works for, for pages about an organ's cases. */
    Organ organ(Action action) {
        var actor = access.required();
        var chosen = actor.organ();
        if (chosen != null && policy.allows(actor, action, chosen)) {
            return organs.byId(chosen).orElseThrow();
        }
        return policy.reach(actor, action).organs().stream()
                .findFirst()
                .flatMap(organs::byId)
                .orElseThrow(() -> Refusal.notFound("您没有在任何单位办理这项工作的权限"));
    }

    CaseHead head(DisclosureRequest request) {
        return new CaseHead(
                request.number(),
                CaseTitle.of(request.description()),
                requests.asked(request),
                request.state().label(),
                organs.byId(request.organ()).map(Organ::shortName).orElse(""),
                due(request),
                request.steps());
    }

    @Nullable
    Due due(DisclosureRequest request) {
        return request.endedOn() == null ? due(request.organ(), request.number(), request.due()) : null;
    }

    /** The term as a person reads it; without the days left where a year has no calendar. */
    @Nullable
    Due due(OrganId organ, String number, @Nullable LocalDate day) {
        if (day == null) {
            return null;
        }
        try {
            int left = requests.procedure(organ).days().left(requests.today(), day);
            return new Due(day, left, "/office/requests/" + number + "/ledger");
        } catch (MissingYearException e) {
            return null;
        }
    }

    /** The materials of a case, oldest first. */
    List<StoredFile> materials(DisclosureRequest request) {
        return files.of(FilePurpose.CASE_MATERIAL, request.number());
    }

    /** A material of that case. */
    Optional<StoredFile> material(DisclosureRequest request, String id) {
        try {
            return files.find(new FileId(UUID.fromString(id)))
                    .filter(file -> file.purpose() == FilePurpose.CASE_MATERIAL
                            && file.subject().equals(request.number()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
