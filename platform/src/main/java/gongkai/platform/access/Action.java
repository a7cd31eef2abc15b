package gongkai.platform.access;

/** Everything that needs a right. Features ask {@link Policy} with one of these; nothing else decides. */
public enum Action {
    SEE_WORKBENCH("查看工作台"),
    SEE_ORGANS("查看机构"),
    EDIT_ORGANS("维护机构"),
    EDIT_DISCLOSURE_OFFICE("维护公开工作机构信息"),
    SEE_PEOPLE("查看人员"),
    EDIT_PEOPLE("维护人员账号"),
    GRANT_ROLES("授予和收回角色"),
    RELEASE_ACCOUNTS("启用和解锁账号"),
    SEE_AUDIT_LOG("查看审计日志"),
    EXPORT_AUDIT_LOG("导出审计日志"),
    SEE_PERSONAL_DATA("查看个人信息原文"),
    SEE_REQUESTS("查看本机关的申请"),
    HANDLE_REQUESTS("登记和办理申请"),
    DECIDE_REQUESTS("作出处理决定和延长期限"),
    REVIEW_DIVISION("科室审核答复"),
    REVIEW_SECRECY("保密审查答复"),
    REVIEW_LEGALITY("法制审核答复"),
    REVIEW_OFFICE("公开工作机构审核答复"),
    EDIT_REVIEW_CHAIN("设置答复的审核环节"),
    BACKFILL_REQUESTS("补录以前的申请和步骤"),
    EDIT_TEMPLATES("维护文书模板和文号"),
    EDIT_RULES("设定争议问题的处理规则"),
    HANDLE_REMEDIES("登记复议诉讼案件"),
    PUBLISH_ANSWERS("公布依申请公开的答复"),
    SEE_STATISTICS("查看统计"),
    SEE_REPORTS("查看年度报告"),
    FILE_REPORTS("编制年度报告"),
    SEE_CALENDAR("查看工作日历"),
    EDIT_CALENDAR("维护工作日历"),
    SEE_JOBS("查看后台任务"),
    SEE_SYSTEM("查看系统运行情况"),
    EDIT_SYSTEM("维护系统设置");

    private final String chinese;

    Action(String chinese) {
        this.chinese = chinese;
    }

    /** Its name on screens and in the log. */
    public String chinese() {
        return chinese;
    }
}
