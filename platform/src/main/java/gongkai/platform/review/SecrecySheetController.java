package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.files.StoredFile;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Day;
import gongkai.platform.web.Page;
import gongkai.platform.web.PrintedSheet;
import gongkai.platform.web.PrintedSheet.Line;
import gongkai.platform.web.Redirect;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The sheet of the secrecy review before disclosure (保密审查表, 第十七条), with what was said on the screens, for the file and to be signed. */
@Controller
@Needs(Action.SEE_REQUESTS)
class SecrecySheetController {
    private final CaseDesk desk;
    private final AnswerDrafts drafts;
    private final Rounds rounds;
    private final GivenFiles given;
    private final Requests requests;
    private final Organs organs;

    SecrecySheetController(
            CaseDesk desk, AnswerDrafts drafts, Rounds rounds, GivenFiles given, Requests requests, Organs organs) {
        this.desk = desk;
        this.drafts = drafts;
        this.rounds = rounds;
        this.given = given;
        this.requests = requests;
        this.organs = organs;
    }

    @GetMapping("/office/requests/{number}/answer/secrecy-sheet")
    View sheet(@PathVariable String number) {
        var request = desk.visible(number);
        return drafts.latest(request)
                .<View>map(draft -> Page.of("web/sheet", printed(request, draft)))
                .orElseGet(() -> Redirect.to(answer(number)).warning("还没有拟稿，没有可以审查的内容；拟好答复稿以后再打印保密审查表"));
    }

    private PrintedSheet printed(DisclosureRequest request, AnswerDraft draft) {
        var files = given.of(request, draft).stream().map(StoredFile::name).collect(Collectors.joining("\n"));
        var withheld = draft.content().parts().stream()
                .map(part -> part.matter() + "：" + part.nature() + "，" + part.article())
                .collect(Collectors.joining("\n"));
        return new PrintedSheet(
                "政府信息公开保密审查表",
                organs.byId(request.organ()).map(Organ::name).orElse(""),
                request.number(),
                answer(request.number()),
                List.of(
                        new Line("申请内容", requests.asked(request)),
                        new Line("拟作出的决定", draft.label() + "（第 " + draft.version() + " 稿，" + draft.writer() + "）"),
                        new Line("拟提供的信息", files.isEmpty() ? "没有附带文件" : files),
                        new Line("不予公开的部分", withheld),
                        new Line("保密审查意见", said(request)),
                        new Line("不能确定的，报有关主管部门或者保密行政管理部门确定的结果", "\n")),
                List.of("保密审查员", "保密工作负责人"),
                "行政机关公开政府信息前，应当依照保守国家秘密法等法律、法规和国家有关规定审查（第十七条）。");
    }

    private static String answer(String number) {
        return "/office/requests/" + number + "/answer";
    }

    /** What the secrecy reviewers said in the last round; lines to write on where nobody has. */
    private String said(DisclosureRequest request) {
        var said = rounds.of(request).stream()
                .findFirst()
                .map(round -> round.verdicts().stream()
                        .filter(verdict ->
                                round.chain().stages().get(verdict.stage()).kind() == StageKind.SECRECY)
                        .map(verdict -> (verdict.approved() ? "同意" : "退回")
                                + (verdict.remark().isBlank() ? "" : "：" + verdict.remark()) + "（" + verdict.who() + "，"
                                + Day.minute(verdict.at()) + "）")
                        .collect(Collectors.joining("\n")))
                .orElse("");
        return said.isEmpty() ? "\n\n" : said;
    }
}
