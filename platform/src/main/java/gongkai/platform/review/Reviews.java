package gongkai.platform.review;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Actor;
import gongkai.platform.access.Policy;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.Children;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.StepTaken;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes drafts of answers through the stages of their organ's chain. Nobody reviews what they wrote themselves; the last stage signs, which is the
 * decision. Requests that are answered together (合并答复) go the way together.
 */
@Service
public class Reviews {
    private final Rounds rounds;
    private final AnswerDrafts drafts;
    private final Chains chains;
    private final Requests requests;
    private final Children children;
    private final GivenFiles given;
    private final Access access;
    private final Policy policy;
    private final AuditLog log;

    Reviews(
            Rounds rounds,
            AnswerDrafts drafts,
            Chains chains,
            Requests requests,
            Children children,
            GivenFiles given,
            Access access,
            Policy policy,
            AuditLog log) {
        this.rounds = rounds;
        this.drafts = drafts;
        this.chains = chains;
        this.requests = requests;
        this.children = children;
        this.given = given;
        this.access = access;
        this.policy = policy;
        this.log = log;
    }

    /** It cannot be done, and nothing of it was; the message says why, in Chinese. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** The rounds of a request, newest first. */
    public List<Round> of(DisclosureRequest request) {
        return rounds.of(request);
    }

    Optional<Round> find(long id) {
        return rounds.find(id);
    }

    /** What bars the draft from being signed as things stand; null if nothing does. */
    Ruling.@Nullable Barred barred(DisclosureRequest request, AnswerDraft draft) {
        var today = requests.today();
        var steps = requests.steps(request).stream().map(Recorded::step).toList();
        var ruling = requests.procedure(request.organ())
                .take(
                        request.opening(),
                        steps,
                        AnswerText.decision(draft, today, "签发人"),
                        // What is missing is told apart from what is barred.
                        new Entry(today, true));
        return ruling instanceof Ruling.Barred barred ? barred : null;
    }

    /**
     * Sends a draft on its way (送审).
     *
     * @param version the version whoever submits has seen
     * @param steps how many steps of the request they have seen
     * @throws RefusedException when something is missing, barred, or has changed meanwhile
     */
    @Transactional
    public void submit(DisclosureRequest request, int version, int steps) {
        var actor = access.required();
        policy.require(actor, Action.HANDLE_REQUESTS, request.organ());
        hold(request);
        var draft = drafts.latest(request).orElseThrow(() -> new RefusedException("还没有拟稿"));
        if (draft.version() != version) {
            throw new RefusedException(draft.writer() + "刚刚写了第 " + draft.version() + " 稿，请看过后再送审");
        }
        var missing = new ArrayList<>(AnswerText.missing(draft));
        missing.addAll(given.objections(request, draft));
        if (!missing.isEmpty()) {
            throw new RefusedException(String.join("；", missing));
        }
        var barred = barred(request, draft);
        if (barred != null) {
            throw new RefusedException(barred.article() + "：" + barred.reason());
        }
        takeTogether(request, new Step.SubmitForReview(requests.today()), steps);
        var chain = chains.of(request.organ()).chain();
        rounds.begin(request, version, chain, actor.person(), actor.name());
        log(request, "送审", "第 " + version + " 稿");
    }

    /**
     * Approves a draft at its stage; at the last one it is signed.
     *
     * @param stage the stage whoever approves has seen
     * @throws RefusedException when it is not theirs to approve, or somebody was faster
     */
    @Transactional
    public Round approve(long id, int stage, String remark) {
        var round = at(id, stage);
        var actor = reviewer(round);
        var kind = round.waiting().kind();
        if (kind.needsRemark() && remark.isBlank()) {
            throw new RefusedException("请写明审查意见（第十七条）");
        }
        rounds.say(round, actor.person(), named(actor, round), true, remark.isBlank() ? "同意" : remark.strip());
        if (round.last()) {
            sign(round, actor);
        } else {
            rounds.forward(round);
        }
        log(request(round), round.waiting().title(), "同意");
        return rounds.find(id).orElseThrow();
    }

    /** Gives a draft back with remarks, from whatever stage it is at. */
    @Transactional
    public Round giveBack(long id, int stage, String remark) {
        var round = at(id, stage);
        var actor = reviewer(round);
        if (remark.isBlank()) {
            throw new RefusedException("请写明退回的理由和修改要求");
        }
        rounds.say(round, actor.person(), named(actor, round), false, remark.strip());
        back(round, remark.strip(), Round.State.RETURNED);
        log(request(round), round.waiting().title(), "退回");
        return rounds.find(id).orElseThrow();
    }

    /** Takes a draft back before it is signed, to change it. */
    @Transactional
    public void recall(DisclosureRequest request) {
        policy.require(access.required(), Action.HANDLE_REQUESTS, request.organ());
        hold(request);
        var open = rounds.open(request.id())
                .flatMap(round -> rounds.lock(round.id()))
                .filter(Round::open);
        if (open.isPresent()) {
            back(open.get(), "拟稿人撤回修改", Round.State.RECALLED);
        } else {
            // A decision that was undone leaves the request in review without anyone to review it.
            take(request.number(), new Step.ReturnFromReview(requests.today(), "撤回修改"), null);
        }
        log(request, "撤回送审", "");
    }

    /** A request that left the review by another way, for example because it was withdrawn, waits for nobody any more. */
    @EventListener
    void moved(StepTaken taken) {
        if (taken.request().state() != RequestState.REVIEWING) {
            rounds.endOpen(taken.request().id());
        }
    }

    /** Why whoever acts may not review that round; null if they may. */
    @Nullable
    String notTheirs(Round round, Actor actor) {
        if (!policy.allows(actor, round.waiting().kind().action(), round.organ())) {
            return "本环节由“" + round.waiting().title() + "”办理，您没有这项权限";
        }
        var authors = new HashSet<>(drafts.writers(round.request()));
        authors.add(round.submittedBy());
        if (authors.contains(actor.person())) {
            return "您是拟稿人或者送审人，不能审核自己的稿件";
        }
        var absent = policy.insteadOf(actor, round.waiting().kind().action(), round.organ());
        if (absent.isPresent() && authors.contains(absent.get().person())) {
            return "您代理的" + absent.get().name() + "是拟稿人或者送审人，不能代其审核自己的稿件";
        }
        return null;
    }

    private void sign(Round round, Actor actor) {
        var request = request(round);
        var draft = drafts.version(round.request(), round.draft()).orElseThrow();
        var objections = given.objections(request, draft);
        if (!objections.isEmpty()) {
            throw new RefusedException(String.join("；", objections) + "。请退回修改");
        }
        takeTogether(request, AnswerText.decision(draft, requests.today(), named(actor, round)), null);
        rounds.end(round.id(), Round.State.SIGNED);
    }

    private void back(Round round, String remark, Round.State state) {
        takeTogether(request(round), new Step.ReturnFromReview(requests.today(), remark), null);
        rounds.end(round.id(), state);
    }

    /** The requests come before their round, as with every step that is taken, or a withdrawal at the same moment would block both. */
    private void hold(DisclosureRequest request) {
        var numbers = new TreeSet<>(children.mergedWith(request));
        numbers.add(request.number());
        numbers.forEach(number -> requests.hold(number));
    }

    private Round at(long id, int stage) {
        hold(request(rounds.find(id).orElseThrow()));
        var round = rounds.lock(id).orElseThrow();
        if (!round.open() || round.stage() != stage) {
            throw new RefusedException("这份稿件刚刚由他人办理过，现为“"
                    + (round.open() ? round.waiting().title() : round.state().label()) + "”");
        }
        return round;
    }

    private Actor reviewer(Round round) {
        var actor = access.required();
        var why = notTheirs(round, actor);
        if (why != null) {
            throw new RefusedException(why);
        }
        policy.require(actor, round.waiting().kind().action(), round.organ());
        return actor;
    }

    /** The other requests that are answered together with it and stand where it stands. */
    private List<DisclosureRequest> together(DisclosureRequest request) {
        return children.mergedWith(request).stream()
                .map(requests::byNumber)
                .flatMap(Optional::stream)
                .filter(other -> other.state() == request.state()
                        || request.state() == RequestState.IN_PROGRESS && other.state() == RequestState.REGISTERED
                        || request.state() == RequestState.REGISTERED && other.state() == RequestState.IN_PROGRESS)
                .toList();
    }

    private void takeTogether(DisclosureRequest request, Step step, @Nullable Integer expected) {
        var others = together(request);
        take(request.number(), step, expected);
        others.forEach(other -> take(other.number(), step, null));
    }

    private void take(String number, Step step, @Nullable Integer expected) {
        try {
            switch (requests.take(number, step, false, expected)) {
                case Requests.Outcome.Taken taken -> {}
                case Requests.Outcome.Barred barred ->
                    throw new RefusedException(number + "，" + barred.article() + "：" + barred.reason());
                case Requests.Outcome.Unfit unfit -> throw new RefusedException(number + "：" + unfit.reason());
            }
        } catch (MissingYearException e) {
            throw new RefusedException(String.valueOf(e.getMessage()));
        }
    }

    private DisclosureRequest request(Round round) {
        return requests.byNumber(round.number()).orElseThrow();
    }

    /** Their name, and for whom they act if that is what allows it: a deputy signs in the name of the absent (代). */
    private String named(Actor actor, Round round) {
        return policy.insteadOf(actor, round.waiting().kind().action(), round.organ())
                .map(absent -> actor.name() + "（代" + absent.name() + "）")
                .orElse(actor.name());
    }

    private void log(DisclosureRequest request, String act, String what) {
        var entry = AuditEntry.of(act, "申请", request.number())
                .concerning(request.organ().value());
        log.write(what.isEmpty() ? entry : entry.with(what));
    }
}
