package gongkai.platform.organ;

/** Whose cases a rule about courts covers. */
public enum CourtCover {
    OWN("本机关"),
    /** Departments, townships, units: a basic court hears their cases (行政诉讼法第十四条). */
    BELOW("其下的部门、乡镇、街道等（基层人民法院）"),
    /** Departments of the State Council and governments from the county up: an intermediate court does (第十五条). */
    GOVERNMENTS_BELOW("其下的县级以上人民政府（中级人民法院）");

    private final String chinese;

    CourtCover(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
