package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether letters of a case may go out by electronic means: the applicant asked for it when applying, or agreed since (domain/requests 4.4). */
@Component
class Consents {
    private static final Pattern ASKED = Pattern.compile("电子|邮件|邮箱|在线|网上|网站|平台|下载|(?i)e-?mail");
    private static final Pattern DECLINED = Pattern.compile("不同意电子|不接受电子");

    private final List<ElectronicConsent> messages;

    Consents(List<ElectronicConsent> messages) {
        this.messages = messages;
    }

    /** @param letter null for an answer of an old file */
    Consent of(DisclosureRequest request, @Nullable Letter letter) {
        if (letter != null && isForOthers(letter.kind())) {
            return Consent.UNKNOWN;
        }
        return messages.stream()
                .flatMap(each -> each.of(request).stream())
                .findFirst()
                .map(Consents::said)
                .orElseGet(() -> wanted(request));
    }

    private static Consent said(ElectronicConsent.Said said) {
        return said.agrees()
                ? new Consent(Consent.State.GIVEN, "申请人" + ChineseDay.of(said.on()) + "在查询页面同意电子送达")
                : new Consent(Consent.State.REFUSED, "申请人" + ChineseDay.of(said.on()) + "在查询页面表示不同意电子送达");
    }

    private static Consent wanted(DisclosureRequest request) {
        var wanted = request.wantedDelivery();
        if (DECLINED.matcher(wanted).find()) {
            return new Consent(Consent.State.REFUSED, "申请人申请时写明“" + wanted + "”");
        }
        return ASKED.matcher(wanted).find()
                ? new Consent(Consent.State.GIVEN, "申请人申请时要求“" + wanted + "”")
                : Consent.UNKNOWN;
    }

    /** Whether it is for a third party or another organ, whose consent the applicant cannot give. */
    static boolean isForOthers(LetterKind kind) {
        return switch (kind) {
            case THIRD_PARTY_CONSULTATION, AGENCY_CONSULTATION, DISCLOSE_DESPITE_OBJECTION -> true;
            default -> false;
        };
    }
}
