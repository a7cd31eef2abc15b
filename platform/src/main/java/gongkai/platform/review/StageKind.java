package gongkai.platform.review;

import gongkai.platform.access.Action;

/** What a stage of the review looks at, and the right it takes. */
public enum StageKind {
    DIVISION("科室审核", Action.REVIEW_DIVISION, "科室负责人", "内容是否准确、完整，理由和依据是否充分"),
    SECRECY("保密审查", Action.REVIEW_SECRECY, "保密审查员", "是否涉及国家秘密、工作秘密和其他不应公开的内容（条例第十七条）；须写明审查意见"),
    LEGAL("法制审核", Action.REVIEW_LEGALITY, "法制审核员", "程序、依据、期限和救济告知是否合法"),
    OFFICE("公开工作机构审核", Action.REVIEW_OFFICE, "公开工作机构负责人", "答复口径是否一致，归类是否正确"),
    SIGN("分管领导签发", Action.DECIDE_REQUESTS, "分管领导或者公开工作机构负责人", "签发即作出处理决定，文书随即编号");

    private final String usualTitle;
    private final Action action;
    private final String holders;
    private final String question;

    StageKind(String usualTitle, Action action, String holders, String question) {
        this.usualTitle = usualTitle;
        this.action = action;
        this.holders = holders;
        this.question = question;
    }

    public String usualTitle() {
        return usualTitle;
    }

    Action action() {
        return action;
    }

    /** The roles that review at it, in words. */
    String holders() {
        return holders;
    }

    /** What whoever approves has looked at. */
    public String question() {
        return question;
    }

    /** Whether approving without a word is not enough: the grounds of the check are kept (第十七条). */
    public boolean needsRemark() {
        return this == SECRECY;
    }
}
