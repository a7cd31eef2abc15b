package gongkai.platform.access;

/** What a person is in an organ (角色). A person may hold several roles, each in an organ of its own. */
public enum Role {
    HANDLER("经办人"),
    DIVISION_HEAD("科室负责人"),
    LEADER("分管领导"),
    OFFICE_CLERK("公开工作机构经办人"),
    OFFICE_HEAD("公开工作机构负责人"),
    SECRECY_REVIEWER("保密审查员"),
    LEGAL_REVIEWER("法制审核员"),
    SUPERVISOR("主管部门"),
    /** Runs the system; sees neither business nor log. */
    SYSTEM_ADMIN("系统管理员"),
    /** Gives and takes rights; does no business. */
    SECURITY_ADMIN("安全保密管理员"),
    /** Reads the log; changes nothing. */
    AUDITOR("安全审计员");

    private final String chinese;

    Role(String chinese) {
        this.chinese = chinese;
    }

    /** Its name on screens. */
    public String chinese() {
        return chinese;
    }

    /** Whether it is one of the three separated administrators (三员), who do no business. */
    public boolean isAdministrator() {
        return switch (this) {
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDITOR -> true;
            case HANDLER,
                    DIVISION_HEAD,
                    LEADER,
                    OFFICE_CLERK,
                    OFFICE_HEAD,
                    SECRECY_REVIEWER,
                    LEGAL_REVIEWER,
                    SUPERVISOR -> false;
        };
    }
}
