package gongkai.platform.letter;

import gongkai.platform.files.FileId;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.Mask;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.web.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A letter of a case.
 *
 * @param request the number of the request it belongs to
 * @param step which step of the request it was made with, from 1; 0 if it was made by hand or at registration
 * @param decision what it tells, if it is an answer
 * @param changes how often it was changed, for two who change it at once
 * @param docNo its 文号; null until it is signed
 * @param template the organ's own template it was signed with; null if ours
 * @param replaces the signed letter it corrects
 * @param pdf null until it is printed; docx and OFD come with it
 */
public record Letter(
        UUID id,
        long requestId,
        String request,
        OrganId organ,
        LetterKind kind,
        int step,
        @Nullable DecisionType decision,
        State state,
        LetterContent content,
        int changes,
        Instant madeAt,
        @Nullable Long madeBy,
        @Nullable String docNo,
        @Nullable Long template,
        @Nullable LocalDate signedOn,
        @Nullable String signer,
        @Nullable UUID replaces,
        String voidReason,
        @Nullable FileId docx,
        @Nullable FileId pdf,
        @Nullable FileId ofd) {

    /** The kinds of which several third parties of one case each get their own. */
    static final Set<LetterKind> TO_THIRD_PARTIES =
            EnumSet.of(LetterKind.THIRD_PARTY_CONSULTATION, LetterKind.DISCLOSE_DESPITE_OBJECTION);

    /** How far a letter is. */
    public enum State {
        DRAFT("待签发", Tone.WARNING),
        SIGNED("已签发", Tone.DONE),
        VOID("作废", Tone.CLOSED);

        private final String chinese;
        private final Tone tone;

        State(String chinese, Tone tone) {
            this.chinese = chinese;
            this.tone = tone;
        }

        public String chinese() {
            return chinese;
        }

        public Tone tone() {
            return tone;
        }
    }

    /** A letter that is only looked at: it is not stored and has no page of its own. */
    static Letter expected(DisclosureRequest request, Prefill.Proposed proposed, Instant now) {
        return new Letter(
                new UUID(0, 0),
                request.id(),
                request.number(),
                request.organ(),
                proposed.kind(),
                0,
                proposed.decision(),
                State.DRAFT,
                LetterContent.proposed(proposed.values(), proposed.rows()),
                0,
                now,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                null,
                null,
                null);
    }

    /** What it is and, if it is to a third party, to which; a person's name is masked. */
    public String titleWithParty() {
        return title(kind, content);
    }

    static String title(LetterKind kind, LetterContent content) {
        var party = TO_THIRD_PARTIES.contains(kind) ? content.values().getOrDefault(Prefill.THIRD_PARTY, "") : "";
        return party.isBlank() ? kind.title() : kind.title() + "（" + Mask.party(party) + "）";
    }

    /** Its own page. */
    public String path() {
        return "/office/letters/" + id;
    }

    /** Whether it is signed and still holds. */
    public boolean holds() {
        return state == State.SIGNED;
    }

    /** Whether it was signed and waits to be printed. */
    public boolean unprinted() {
        return docNo != null && pdf == null;
    }
}
