package gongkai.platform.web;

/** The duties of the back office, in the order of the left navigation. One appears when a feature has a page for it. */
public enum Duty {
    WORKBENCH("工作台", "desk"),
    ON_REQUEST("依申请公开", "request"),
    PUBLICATION("主动公开", "publish"),
    REMEDIES("复议诉讼", "remedy"),
    ANNUAL_REPORT("年度报告", "report"),
    INTERACTION("互动交流", "interaction"),
    NEW_MEDIA("平台与新媒体", "media"),
    OVERSIGHT("监督保障", "oversight"),
    STATISTICS("统计", "statistics"),
    SYSTEM("系统", "system");

    private final String chinese;
    private final String icon;

    Duty(String chinese, String icon) {
        this.chinese = chinese;
        this.icon = icon;
    }

    /** Its name in the navigation. */
    public String chinese() {
        return chinese;
    }

    /** The name of its picture among the icons. */
    public String icon() {
        return icon;
    }
}
