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
    private final GivenFiles given;

    DraftLetters(ExpectedLetters letters, Requests requests, Rounds rounds, AnswerDrafts drafts, GivenFiles given) {
        this.letters = letters;
        this.requests = requests;
        this.rounds = rounds;
        this.drafts = drafts;
        this.given = given;
    }

    Expected letter(DisclosureRequest request, AnswerDraft draft) {
        var decision = AnswerText.decision(draft, requests.today(), "");
        return letters.of(request, decision, given.of(request, draft)).orElseThrow();
    }

    AnswerPages.LetterShown shown(DisclosureRequest request, AnswerDraft draft) {
        var letter = letter(request, draft);
        var path = "/office/requests/" + request.number() + "/answer/versions/" + draft.version() + "/letter";
        return new AnswerPages.LetterShown(
                letter.title(),
                letter.problems(),
                letter.unprintable(),
                IntStream.rangeClosed(1, letter.pages().count())
                        .mapToObj(page -> path + "/pages/" + page)
                        .toList(),
                letter.pages().text(),
                path + ".pdf");
    }

    @Override
    public List<StoredFile> of(DisclosureRequest request) {
        return rounds.open(request.id())
                .flatMap(round -> drafts.version(request.id(), round.draft()))
                .map(draft -> given.of(request, draft))
                .orElseGet(() -> given.of(request));
    }
}
