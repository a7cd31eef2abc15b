package gongkai.platform.review;

import gongkai.platform.casework.DisputedRules;
import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Option;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Drafts as whoever reads them sees them. */
@Component
class ShownDrafts {
    private final CaseDesk desk;
    private final DisputedRules rules;
    private final Requests requests;

    ShownDrafts(CaseDesk desk, DisputedRules rules, Requests requests) {
        this.desk = desk;
        this.rules = rules;
        this.requests = requests;
    }

    AnswerPages.Shown of(DisclosureRequest request, AnswerDraft draft) {
        var content = draft.content();
        var facts = AnswerRules.facts(draft.decision(), draft.sub()).stream()
                .map(fact -> new AnswerPages.Line(fact.label(), content.facts().getOrDefault(fact.name(), "")))
                .toList();
        var more = new ArrayList<>(facts);
        if (!content.searchRecord().isEmpty()) {
            more.add(new AnswerPages.Line("检索记录", content.searchRecord()));
        }
        if (!content.previousRequest().isEmpty()) {
            more.add(new AnswerPages.Line("前次申请", content.previousRequest()));
        }
        var basis = AnswerText.basis(content);
        return new AnswerPages.Shown(
                draft,
                draft.decision().row().label(),
                rules.remedy(request.organ(), draft.decision(), basis, requests.today())
                        .label(),
                draft.decision().letter().title(),
                more,
                AnswerText.reasons(content).lines().toList(),
                basis,
                draft.decision().papers().stream()
                        .map(paper -> new AnswerPages.Line(
                                paper, where(request, content.papers().getOrDefault(paper, ""))))
                        .toList(),
                content.given().stream()
                        .flatMap(id -> desk.material(request, id).stream())
                        .map(file -> new Option(
                                file.path(),
                                content.asIs().contains(file.id().toString())
                                        ? file.name() + "（有电子签章，其中作者等信息不能去除，拟稿人已确认照原样提供）"
                                        : file.name()))
                        .toList());
    }

    private String where(DisclosureRequest request, String paper) {
        return paper.equals("paper")
                ? "纸质件已存卷"
                : desk.material(request, paper).map(StoredFile::name).orElse("");
    }
}
