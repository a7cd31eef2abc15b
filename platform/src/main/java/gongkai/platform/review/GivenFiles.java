package gongkai.platform.review;

import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The files that go out with a signed answer (随答复书提供的信息). Whether it is out is for the caller to know. */
@Service
public class GivenFiles {
    private final Rounds rounds;
    private final AnswerDrafts drafts;
    private final CaseDesk desk;
    private final FilesToGive toGive;

    GivenFiles(Rounds rounds, AnswerDrafts drafts, CaseDesk desk, FilesToGive toGive) {
        this.rounds = rounds;
        this.drafts = drafts;
        this.desk = desk;
        this.toGive = toGive;
    }

    /** Those of the answer that was signed last and still is the answer; empty if it was signed on paper only. */
    public List<StoredFile> of(DisclosureRequest request) {
        return rounds.of(request).stream()
                .filter(round -> round.state() == Round.State.SIGNED)
                .max(Comparator.comparingLong(Round::id))
                .flatMap(round -> drafts.version(request.id(), round.draft()))
                .filter(draft -> draft.decision() == request.decision())
                .map(draft -> of(request, draft))
                .orElse(List.of());
    }

    /** What keeps the files of a draft from going out, and its papers from being in the file; empty if nothing does. */
    List<String> objections(DisclosureRequest request, AnswerDraft draft) {
        var objections = new ArrayList<String>();
        for (var paper : draft.content().papers().entrySet()) {
            if (!paper.getValue().equals("paper")
                    && desk.material(request, paper.getValue()).isEmpty()) {
                objections.add("存卷材料“" + paper.getKey() + "”不在这件申请的办理材料里");
            }
        }
        for (var id : draft.content().given()) {
            desk.material(request, id)
                    .map(file -> toGive.objection(file).or(() -> unconfirmed(file, draft)))
                    .orElse(Optional.of("选择的文件不在这件申请的办理材料里"))
                    .ifPresent(objections::add);
        }
        return objections;
    }

    private Optional<String> unconfirmed(StoredFile file, AnswerDraft draft) {
        if (draft.content().asIs().contains(file.id().toString())) {
            return Optional.empty();
        }
        var told = toGive.toldBySigned(file);
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of("“" + file.name() + "”" + FilesToGive.warning(told) + "，请在拟稿页确认可以提供");
    }

    /** Those of a draft. */
    List<StoredFile> of(DisclosureRequest request, AnswerDraft draft) {
        return draft.content().given().stream()
                .flatMap(id -> desk.material(request, id).stream())
                .toList();
    }
}
