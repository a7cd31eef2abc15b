package gongkai.platform.casework;

import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for, and how it came.
 *
 * @param intake null for a request that no officer entered
 * @param identity the scans of identity papers, for those only who may see personal data
 * @param mayOpen whether whoever looks may open what tells who the applicant is
 * @param now this minute, as a field takes it
 */
public record RequestContent(
        DisclosureRequest request,
        String asked,
        @Nullable Intake intake,
        List<StoredFile> attachments,
        List<StoredFile> identity,
        boolean mayOpen,
        List<ContactLine> contacts,
        boolean mayHandle,
        String now) {
    public String path() {
        return Cases.path(request.number());
    }

    public ContactForm contactForm() {
        return new ContactForm(request.number(), Form.of(Map.of("at", now)));
    }

    public List<Option> purposes() {
        return List.of(
                new Option(FilePurpose.REQUEST_ATTACHMENT.name(), "申请书、信封等"),
                new Option(FilePurpose.IDENTITY_PAPER.name(), "身份证明（加密保存）"));
    }
}
