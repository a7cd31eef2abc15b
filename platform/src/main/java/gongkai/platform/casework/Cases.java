package gongkai.platform.casework;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Actor;
import gongkai.platform.access.Policy;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.web.Due;
import gongkai.platform.web.Refusal;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The cases whoever is signed in may see, and the days left in their terms. */
@Component
class Cases {
    private static final String ABSENT = "没有这件申请，或您无权查看";

    private final Requests requests;
    private final Access access;
    private final Policy policy;

    Cases(Requests requests, Access access, Policy policy) {
        this.requests = requests;
        this.access = access;
        this.policy = policy;
    }

    /** The address of a case. */
    static String path(String number) {
        return "/office/requests/" + number;
    }

    /** The case, or the same answer whether it is not there or may not be seen. */
    DisclosureRequest visible(String number) {
        return requests.byNumber(number)
                .filter(request -> may(Action.SEE_REQUESTS, request.organ()))
                .orElseThrow(() -> Refusal.notFound(ABSENT));
    }

    /** The case, for somebody who wants to do that to it. */
    DisclosureRequest forAction(String number, Action action) {
        var request = visible(number);
        policy.require(access.required(), action, request.organ());
        return request;
    }

    boolean may(Action action, OrganId organ) {
        return policy.allows(access.required(), action, organ);
    }

    /** Asks before something is done in that organ. */
    void require(Action action, OrganId organ) {
        policy.require(access.required(), action, organ);
    }

    Actor actor() {
        return access.required();
    }

    /** The organ whoever is signed in acts for. */
    OrganId organ(Action action) {
        var actor = access.required();
        var organ = actor.organ();
        if (organ == null) {
            throw Refusal.notFound("您不为任何机关办理申请");
        }
        policy.require(actor, action, organ);
        return organ;
    }

    LocalDate today() {
        return requests.today();
    }

    /** A term as a person reads it; null without a day. */
    @Nullable
    Due due(OrganId organ, @Nullable LocalDate lastDay, String why) {
        if (lastDay == null) {
            return null;
        }
        return due(requests.procedure(organ).days(), today(), lastDay, why);
    }

    /** A term as a person reads it. What a year without calendar leaves open is told, never guessed, and hides nothing else. */
    static Due due(WorkingDays days, LocalDate today, LocalDate lastDay, String why) {
        return new Due(lastDay, known(() -> days.left(today, lastDay), null), why);
    }

    /** Something reckoned in days, or the other where a year it needs has no calendar. */
    static <T extends @Nullable Object> T known(Supplier<T> reckoning, T otherwise) {
        try {
            return reckoning.get();
        } catch (MissingYearException | NoTermsException e) {
            return otherwise;
        }
    }

    /** Something reckoned in days; what is missing in the calendar is said to the person. */
    static <T> T judged(Supplier<T> judgement) {
        try {
            return judgement.get();
        } catch (MissingYearException | NoTermsException e) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, missing(e));
        }
    }

    /** What is missing to reckon days, as a sentence without its stop. */
    static String missing(RuntimeException e) {
        return String.valueOf(e.getMessage()).replaceFirst("。$", "");
    }
}
