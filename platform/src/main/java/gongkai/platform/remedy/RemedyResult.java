package gongkai.platform.remedy;

import static gongkai.platform.remedy.RemedyOutcome.CORRECTED;
import static gongkai.platform.remedy.RemedyOutcome.OTHER;
import static gongkai.platform.remedy.RemedyOutcome.UPHELD;

import java.util.Arrays;
import java.util.List;

/** How a case can end by the words of the decision or judgment, and the column of table 4 each belongs to. */
public enum RemedyResult {
    RECON_UPHELD(true, "维持", "行政复议法第六十八条", UPHELD, false),
    RECON_CLAIM_REJECTED(true, "驳回行政复议请求", "行政复议法第六十九条", UPHELD, false),
    RECON_CHANGED(true, "变更", "行政复议法第六十三条", CORRECTED, false),
    RECON_REVOKED(true, "撤销或者部分撤销，责令重新作出", "行政复议法第六十四条", CORRECTED, true),
    RECON_UNLAWFUL(true, "确认违法", "行政复议法第六十五条", CORRECTED, false),
    RECON_PERFORM(true, "责令限期履行", "行政复议法第六十六条", CORRECTED, true),
    RECON_VOID(true, "确认无效", "行政复议法第六十七条", CORRECTED, false),
    RECON_NOT_ADMITTED(true, "不予受理或者驳回申请", "行政复议法", OTHER, false),
    RECON_TERMINATED(true, "终止、撤回、调解或者和解", "行政复议法", OTHER, false),
    COURT_CLAIM_REJECTED(false, "判决驳回诉讼请求", "行政诉讼法第六十九条", UPHELD, false),
    COURT_REVOKED(false, "判决撤销或者部分撤销，重新作出", "行政诉讼法第七十条", CORRECTED, true),
    COURT_PERFORM(false, "判决限期履行", "行政诉讼法第七十二条", CORRECTED, true),
    COURT_UNLAWFUL(false, "判决确认违法或者无效、变更", "行政诉讼法第七十四条至第七十七条", CORRECTED, false),
    COURT_NOT_ADMITTED(false, "不予立案或者驳回起诉", "行政诉讼法", OTHER, false),
    COURT_TERMINATED(false, "准予撤诉、终结、移送", "行政诉讼法", OTHER, false);

    private final boolean reconsideration;
    private final String label;
    private final String article;
    private final RemedyOutcome outcome;
    private final boolean redo;

    RemedyResult(boolean reconsideration, String label, String article, RemedyOutcome outcome, boolean redo) {
        this.reconsideration = reconsideration;
        this.label = label;
        this.article = article;
        this.outcome = outcome;
        this.redo = redo;
    }

    /** The results a case of that kind can have. */
    public static List<RemedyResult> of(RemedyKind kind) {
        return Arrays.stream(values())
                .filter(result -> result.reconsideration == (kind == RemedyKind.RECONSIDERATION))
                .toList();
    }

    public String label() {
        return label;
    }

    public String article() {
        return article;
    }

    public RemedyOutcome outcome() {
        return outcome;
    }

    /** True if such a result can order a new answer within a term. */
    public boolean mayOrderRedo() {
        return redo;
    }
}
