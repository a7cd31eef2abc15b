package gongkai.platform.review;

import gongkai.platform.files.StoredFile;
import gongkai.platform.letter.Enclosures;
import gongkai.platform.letter.ExpectedLetters;
import gongkai.platform.letter.ExpectedLetters.Expected;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The letters drafts will be once they are signed. */
@Component
class DraftLetters implements Enclosures {
    private final ExpectedLetters letters;
    private final Requests requests;
    private final Rounds rounds;
    private final AnswerDrafts drafts;
    private final CaseDesk desk;

    DraftLetters(ExpectedLetters letters, Requests requests, Rounds rounds, AnswerDrafts drafts, CaseDesk desk) {
        this.letters = letters;
        this.requests = requests;
        this.rounds = rounds;
        this.drafts = drafts;
        this.desk = desk;
    }

    Expected letter(DisclosureRequest request, AnswerDraft draft) {
        var decision = AnswerText.decision(draft, requests.today(), "");
        return letters.of(request, decision, given(request, draft)).orElseThrow();
    }

    AnswerPages.LetterShown shown(DisclosureRequest request, AnswerDraft draft) {
        var letter = letter(request, draft);
        var path = "/office/requests/" + request.number() + "/answer/versions/" + draft.version() + "/letter";
        return new AnswerPages.LetterShown(
                letter.title(),
                letter.problems(),
                IntStream.rangeClosed(1, letter.pages().count())
                        .mapToObj(page -> path + "/pages/" + page)
                        .toList(),
                letter.pages().text(),
                path + ".pdf");
    }

    @Override
    public List<String> of(DisclosureRequest request) {
        return rounds.open(request.id())
                .flatMap(round -> drafts.version(request.id(), round.draft()))
                .map(draft -> given(request, draft))
                .orElse(List.of());
    }

    /** What goes out with it, by its names without the ending of a file. */
    private List<String> given(DisclosureRequest request, AnswerDraft draft) {
        return draft.content().given().stream()
                .flatMap(id -> desk.material(request, id).stream())
                .map(StoredFile::name)
                .map(name -> name.replaceFirst("(?<=.)\\.[A-Za-z]{2,5}$", ""))
                .toList();
    }
}
