package gongkai.platform.personal;

/** What kind of applicant someone is: the six columns of table 3 of the annual report (申请人情况). */
public enum ApplicantKind {
    NATURAL_PERSON("自然人"),
    BUSINESS_ENTERPRISE("商业企业"),
    RESEARCH_INSTITUTE("科研机构"),
    PUBLIC_WELFARE_ORG("社会公益组织"),
    LEGAL_SERVICE_ORG("法律服务机构"),
    OTHER_ORG("其他");

    private final String chinese;

    ApplicantKind(String chinese) {
        this.chinese = chinese;
    }

    /** The heading of its column. */
    public String chinese() {
        return chinese;
    }

    PersonalField nameField() {
        return this == NATURAL_PERSON ? PersonalField.NAME : PersonalField.ORGANISATION_NAME;
    }
}
