package gongkai.platform.review;

import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** The files that go out with a signed answer (随答复书提供的信息). Whether it is out is for the caller to know. */
@Service
public class GivenFiles {
    private final Rounds rounds;
    private final AnswerDrafts drafts;
    private final CaseDesk desk;

    GivenFiles(Rounds rounds, AnswerDrafts drafts, CaseDesk desk) {
        this.rounds = rounds;
        this.drafts = drafts;
        this.desk = desk;
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

    /** Those of a draft. */
    List<StoredFile> of(DisclosureRequest request, AnswerDraft draft) {
        return draft.content().given().stream()
                .flatMap(id -> desk.material(request, id).stream())
                .toList();
    }
}
