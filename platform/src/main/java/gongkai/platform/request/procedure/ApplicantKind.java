package gongkai.platform.request.procedure;

/** Who applies; each kind is a column of table 3. */
public enum ApplicantKind {
    NATURAL_PERSON("自然人", "natural"),
    BUSINESS_ENTERPRISE("商业企业", "enterprise"),
    RESEARCH_INSTITUTE("科研机构", "research"),
    PUBLIC_WELFARE_ORG("社会公益组织", "welfare"),
    LEGAL_SERVICE_ORG("法律服务机构", "legal"),
    OTHER_ORG("其他", "other");

    private final String label;
    private final String column;

    ApplicantKind(String label, String column) {
        this.label = label;
        this.column = column;
    }

    public String label() {
        return label;
    }

    /** The key of the column of table 3. */
    public String column() {
        return column;
    }

    /** How such an applicant is addressed in the middle of a sentence. */
    public String addressed() {
        return this == NATURAL_PERSON ? "您" : "贵单位";
    }
}
