package gongkai.platform.review;

import gongkai.platform.access.Colleagues;
import gongkai.platform.organ.OrganId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Stages at which a draft would stop because nobody may review it there. */
@Component
class Unmanned {
    private final Colleagues colleagues;

    Unmanned(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    /**
     * A sentence for each stage that has nobody, telling how to mend it.
     *
     * @param authors those who may not review the draft because it is theirs; empty for drafts in general
     */
    List<String> of(OrganId organ, List<Chain.Stage> stages, Set<Long> authors) {
        var warnings = new ArrayList<String>();
        for (var stage : stages) {
            var able = colleagues.able(stage.kind().action(), organ);
            var holders = stage.kind().holders();
            if (able.isEmpty()) {
                warnings.add("“" + stage.title() + "”没有人能办：本单位没有" + holders
                        + "，稿件到这一环节就会停下。请安全保密管理员给有关人员授予角色，或者由公开工作机构负责人调整审核环节");
            } else if (authors.containsAll(able)) {
                warnings.add("“" + stage.title() + "”只有拟稿人、送审人自己能办，而自己的稿件不能自己审核。请由他人拟稿送审，或者再增加一名" + holders);
            }
        }
        return warnings.stream().distinct().toList();
    }
}
