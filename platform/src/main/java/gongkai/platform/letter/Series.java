package gongkai.platform.letter;

import gongkai.platform.request.procedure.LetterKind;

/**
 * Which letters are numbered together, and the word for them in the 文号. All answers (答复书) are one series, as an organ's answers of a year
 * are numbered through; every other kind has its own.
 */
final class Series {
    private Series() {}

    static String of(LetterKind kind) {
        return mark(kind).equals("答") ? "REPLY" : kind.name();
    }

    static String mark(LetterKind kind) {
        return switch (kind) {
            case REGISTRATION_RECEIPT -> "登";
            case CORRECTION_NOTICE -> "补";
            case ABANDON_NOTICE_CORRECTION -> "放";
            case EXPLAIN_REASON_NOTICE -> "说";
            case EXTENSION_NOTICE -> "延";
            case REASONABLE_DELAY_NOTICE -> "迟";
            case THIRD_PARTY_CONSULTATION -> "征";
            case CONSULT_INFO_TO_APPLICANT -> "告";
            case DISCLOSE_DESPITE_OBJECTION -> "决";
            case AGENCY_CONSULTATION -> "函";
            case FEE_NOTICE -> "费";
            case ABANDON_NOTICE_FEE -> "弃";
            case REPLY_GRANTED, REPLY_PARTIAL, REPLY_DENIED, REPLY_REFUSED, REPLY_UNAVAILABLE -> "答";
            case TERMINATION_NOTICE -> "终";
            case DELIVERY_RECEIPT -> "送";
            case CASE_FILE_INDEX -> "卷";
            case RECTIFICATION_NOTICE -> "更";
        };
    }
}
