package gongkai.platform.application;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.casework.CasePanel;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the applicant sent, on the page of the case (申请人来信). */
@Component
class MessagePanel implements CasePanel {
    static final String ID = "messages";
    private static final int AFTER_THE_REQUEST = 15;

    private final Messages messages;
    private final Rectifications rectifications;
    private final Applications applications;
    private final Satisfactions satisfactions;
    private final Access access;
    private final Policy policy;

    MessagePanel(
            Messages messages,
            Rectifications rectifications,
            Applications applications,
            Satisfactions satisfactions,
            Access access,
            Policy policy) {
        this.messages = messages;
        this.rectifications = rectifications;
        this.applications = applications;
        this.satisfactions = satisfactions;
        this.access = access;
        this.policy = policy;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "申请人来信";
    }

    @Override
    public int order() {
        return AFTER_THE_REQUEST;
    }

    @Override
    public @Nullable Part part(DisclosureRequest request) {
        return new Part(
                "application/messages",
                new MessagesPart(
                        messages.of(request),
                        rectifications.of(request),
                        applications.extras(request).orElse(null),
                        satisfactions.of(request).orElse(null),
                        policy.allows(access.required(), Action.SEE_PERSONAL_DATA, request.organ()),
                        policy.allows(access.required(), Action.HANDLE_REQUESTS, request.organ())));
    }
}
