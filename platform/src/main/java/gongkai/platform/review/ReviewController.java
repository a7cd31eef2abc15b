package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.Children;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Column;
import gongkai.platform.web.Day;
import gongkai.platform.web.Export;
import gongkai.platform.web.Form;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Listing;
import gongkai.platform.web.OpenedOn;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where reviewers and leaders find what waits for them, and approve it or give it back. */
@Controller
@RequestMapping("/office/reviews")
@Needs(Action.SEE_REQUESTS)
class ReviewController {
    private final CaseDesk desk;
    private final Inbox inbox;
    private final Reviews reviews;
    private final AnswerDrafts drafts;
    private final ShownDrafts shown;
    private final DraftLetters letters;
    private final Requests requests;
    private final Children children;
    private final Applicants applicants;
    private final Organs organs;
    private final AuditLog log;

    ReviewController(
            CaseDesk desk,
            Inbox inbox,
            Reviews reviews,
            AnswerDrafts drafts,
            ShownDrafts shown,
            DraftLetters letters,
            Requests requests,
            Children children,
            Applicants applicants,
            Organs organs,
            AuditLog log) {
        this.desk = desk;
        this.inbox = inbox;
        this.reviews = reviews;
        this.drafts = drafts;
        this.shown = shown;
        this.letters = letters;
        this.requests = requests;
        this.children = children;
        this.applicants = applicants;
        this.organs = organs;
        this.log = log;
    }

    @GetMapping
    View list(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(Inbox.SHAPE, parameters);
        var actor = desk.actor();
        var export = parameters.get("export");
        if (export != null) {
            log.write(AuditEntry.of("导出待审核稿件", "列表", "待我审核"));
            return Export.of(export, "待我审核", columns(), inbox.all(actor, query).map(this::line));
        }
        var found = inbox.of(actor, query);
        var listing = new Listing<>(query, found.rows().stream().map(this::line).toList(), found.total());
        var kinds = Arrays.stream(StageKind.values())
                .map(kind -> new Option(kind.name(), kind.usualTitle()))
                .toList();
        return Page.of(
                "review/list", new ReviewPages.Waiting(listing, kinds, desk.may(Action.EDIT_REVIEW_CHAIN, null)));
    }

    @GetMapping("/{id}")
    View one(@PathVariable long id) {
        return Page.of("review/one", page(round(id), Form.EMPTY));
    }

    @PostMapping("/{id}/approval")
    View approve(
            @PathVariable long id,
            @RequestParam int stage,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(name = OpenedOn.FIELD, required = false) @Nullable String opened) {
        var round = round(id);
        var passed = OpenedOn.passed(opened, requests.today());
        if (passed.isPresent() && round.open() && round.last()) {
            return rejected(id, remark, passed.get());
        }
        try {
            var after = reviews.approve(id, stage, remark);
            return Redirect.to("/office/reviews")
                    .saying(
                            after.open()
                                    ? after.number() + " 已同意，转“"
                                            + after.waiting().title() + "”"
                                    : after.number() + " 已签发，处理决定已经作出");
        } catch (Reviews.RefusedException e) {
            return rejected(id, remark, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping("/{id}/return")
    View giveBack(@PathVariable long id, @RequestParam int stage, @RequestParam(defaultValue = "") String remark) {
        round(id);
        try {
            var after = reviews.giveBack(id, stage, remark);
            return Redirect.to("/office/reviews").saying(after.number() + " 已退回" + after.submitter() + "修改");
        } catch (Reviews.RefusedException e) {
            return rejected(id, remark, String.valueOf(e.getMessage()));
        }
    }

    private View rejected(long id, String remark, String why) {
        return Page.rejected(
                "review/one", page(round(id), Form.of(Map.of("remark", remark)).wrong(why)));
    }

    private Round round(long id) {
        var round = reviews.find(id).orElseThrow(() -> Refusal.notFound("没有这份稿件，或您无权查看"));
        desk.visible(round.number());
        return round;
    }

    private ReviewPages.One page(Round round, Form form) {
        var request = requests.byNumber(round.number()).orElseThrow();
        var draft = drafts.version(round.request(), round.draft()).orElseThrow();
        var why = round.open() ? reviews.notTheirs(round, desk.actor()) : "这次审核已经结束";
        var applicant = applicants.masked(request.applicant());
        return new ReviewPages.One(
                desk.head(request),
                round,
                shown.of(request, draft),
                round.open() ? letters.shown(request, draft) : null,
                applicant.kind().chinese() + " " + applicant.name(),
                children.mergedWith(request),
                why == null ? "" : why,
                form);
    }

    private ReviewPages.Line line(Inbox.InboxLine line) {
        return new ReviewPages.Line(
                line.round(),
                line.number(),
                CaseTitle.of(line.description()),
                organs.byId(line.organ()).map(Organ::shortName).orElse(""),
                line.decision().label(),
                line.stage().title(),
                line.since(),
                line.submitter(),
                desk.due(line.organ(), line.number(), line.due()),
                line.own());
    }

    private static List<Column<ReviewPages.Line>> columns() {
        return List.of(
                Column.of("申请编号", ReviewPages.Line::number),
                Column.of("申请内容", ReviewPages.Line::title),
                Column.of("单位", ReviewPages.Line::organ),
                Column.of("拟作出的决定", ReviewPages.Line::decision),
                Column.of("环节", ReviewPages.Line::stage),
                Column.of("送审人", ReviewPages.Line::submitter),
                Column.of("等待自", line -> Day.minute(line.since())),
                Column.of("答复期限", line -> line.due() == null ? null : line.due().day()));
    }
}
