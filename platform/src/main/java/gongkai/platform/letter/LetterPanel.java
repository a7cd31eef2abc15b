package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.casework.CasePanel;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.web.Part;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;

/** The letters of a case, on its page (文书). */
@Component
class LetterPanel implements CasePanel {
    /** The letters no step makes by itself. */
    static final List<LetterKind> MADE_BY_HAND = List.of(
            LetterKind.DISCLOSE_DESPITE_OBJECTION,
            LetterKind.DELIVERY_RECEIPT,
            LetterKind.TERMINATION_NOTICE,
            LetterKind.RECTIFICATION_NOTICE,
            LetterKind.CASE_FILE_INDEX);

    private static final int PLACE = 40;

    private final Letters letters;
    private final Deliveries deliveries;
    private final LetterAccess access;

    LetterPanel(Letters letters, Deliveries deliveries, LetterAccess access) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.access = access;
    }

    @Override
    public String id() {
        return "letters";
    }

    @Override
    public String title() {
        return "文书";
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public Part part(DisclosureRequest request) {
        var byLetter = new HashMap<java.util.UUID, Delivery>();
        deliveries.of(request).forEach(delivery -> {
            if (delivery.letter() != null) {
                byLetter.put(delivery.letter(), delivery);
            }
        });
        return new Part(
                "letter/panel",
                new LetterPanelPage(
                        request.number(),
                        letters.of(request).stream()
                                .map(letter -> new LetterPanelPage.Line(letter, byLetter.get(letter.id())))
                                .toList(),
                        MADE_BY_HAND,
                        access.may(Action.SEE_PERSONAL_DATA, request.organ()),
                        access.may(Action.HANDLE_REQUESTS, request.organ())));
    }
}
