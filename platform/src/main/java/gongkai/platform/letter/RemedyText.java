package gongkai.platform.letter;

import gongkai.platform.casework.DisputedRules;
import gongkai.platform.organ.Court;
import gongkai.platform.organ.Courts;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reconsideration;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.RemedyMode;
import gongkai.platform.request.procedure.RemedyNotice;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a letter tells of remedies (救济告知), from the organs of reconsideration and the court that are known on its day. */
@Component
class RemedyText {
    private final Organs organs;
    private final Courts courts;
    private final DisputedRules rules;

    RemedyText(Organs organs, Courts courts, DisputedRules rules) {
        this.organs = organs;
        this.courts = courts;
        this.rules = rules;
    }

    /**
     * @param text the paragraph, empty where the letter tells of none
     * @param problem why it cannot be written, empty if it can
     */
    record Told(String text, String problem) {}

    Told of(
            OrganId organ,
            LetterKind kind,
            @Nullable DecisionType decision,
            String basis,
            String online,
            LocalDate on) {
        var mode = mode(organ, kind, decision, basis, on);
        if (mode == RemedyMode.NONE) {
            return new Told("", "");
        }
        var court = courts.of(organ, on).map(Court::court).orElse("");
        return switch (organs.reconsideration(organ, on)) {
            case Reconsideration.Unknown unknown -> new Told("", "复议机关无法确定：" + unknown.reason());
            case Reconsideration.Found found -> {
                if (court.isBlank()) {
                    yield new Told("", "没有指定管辖法院，请先在“机构 › 管辖法院”中录入");
                }
                var names = found.organs().stream().map(Organ::name).toList();
                var notice = new RemedyNotice(
                        mode, names, court, online.isBlank() ? null : online, found.ruledByStateCouncil());
                yield new Told(worded(notice.text(), kind), "");
            }
        };
    }

    private RemedyMode mode(
            OrganId organ, LetterKind kind, @Nullable DecisionType decision, String basis, LocalDate on) {
        if (decision != null && (LetterFields.isAnswer(kind) || kind == LetterKind.TERMINATION_NOTICE)) {
            return rules.remedy(organ, decision, List.of(basis), on);
        }
        return LetterFields.hasRemedies(kind) ? RemedyMode.EITHER : RemedyMode.NONE;
    }

    private static String worded(String text, LetterKind kind) {
        return switch (kind) {
            case ABANDON_NOTICE_CORRECTION, ABANDON_NOTICE_FEE, DISCLOSE_DESPITE_OBJECTION, RECTIFICATION_NOTICE ->
                text.replace("如不服本决定", "如不服本处理").replace("本答复书", "本告知书");
            case TERMINATION_NOTICE -> text.replace("如不服本决定", "如不服本处理").replace("本答复书", "本确认书");
            default -> text;
        };
    }
}
