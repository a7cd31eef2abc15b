package gongkai.platform.organ;

import java.util.Arrays;
import java.util.Optional;

/** What an organ is by the law of organization. The organ of reconsideration follows from it. */
public enum OrganKind {
    STATE_COUNCIL("国务院"),
    STATE_DEPARTMENT("国务院部门"),
    GOVERNMENT("人民政府"),
    TOWNSHIP("乡镇人民政府"),
    DEPARTMENT("政府工作部门"),
    /** Set up by a government with duties of a government: 行政公署, 区公所. */
    DISPATCHED_OFFICE("派出机关"),
    /** A 派出机关 too, with a name of its own. */
    SUBDISTRICT("街道办事处"),
    /** Set up by a department: 司法所, 派出所. */
    DISPATCHED_UNIT("派出机构"),
    AFFILIATED_UNIT("二级机构"),
    AUTHORIZED_ORG("法律法规授权组织"),
    /** Customs, finance, foreign exchange and others led from above, tax, state security. */
    VERTICAL_ORGAN("垂直领导机关");

    private final String chinese;

    OrganKind(String chinese) {
        this.chinese = chinese;
    }

    /** Its name on screens and in files. */
    public String chinese() {
        return chinese;
    }

    /** The kind with that Chinese name or that identifier. */
    public static Optional<OrganKind> of(String word) {
        var asked = word.strip();
        return Arrays.stream(values())
                .filter(kind -> kind.chinese.equals(asked) || kind.name().equals(asked))
                .findFirst();
    }
}
