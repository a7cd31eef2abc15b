package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The delivery of a letter.
 *
 * @param letter null where the answer was entered from an old file
 * @param action where the form goes
 * @param seen the standing of the letter's delivery that the page shows
 * @param underway whether it was sent and the question is when it arrived
 * @param barred why nothing can be entered, empty if something can
 * @param consent whether the letter may go out by electronic means
 * @param mailWorks whether mail is sent from here
 * @param mail what became of the mail, empty if none was sent
 */
public record DeliveryPage(
        DisclosureRequest request,
        @Nullable Letter letter,
        String action,
        String seen,
        boolean underway,
        @Nullable Delivery sent,
        String barred,
        List<Option> methods,
        Consent consent,
        boolean mailWorks,
        String mail,
        Form form) {
    public String caseLink() {
        return "/office/requests/" + request.number() + "?tab=letters";
    }

    /** Whether it goes to a third party or another organ and not to the applicant. */
    public boolean forOthers() {
        return letter != null && Consents.isForOthers(letter.kind());
    }

    /** Whether it tells of remedies: who is served over the internet is then told where to apply for them there. */
    public boolean remedies() {
        return letter == null || LetterFields.hasRemedies(letter.kind());
    }

    public String title() {
        return underway ? "登记送达日期" : "登记送达";
    }
}
