package gongkai.platform.request.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import gongkai.platform.request.procedure.ReconsiderationOrgans.Choice;
import gongkai.platform.request.procedure.ReconsiderationOrgans.Organ;
import gongkai.platform.request.procedure.ReconsiderationOrgans.Position;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@NullMarked
class RemedyNoticeTest {
    private static final String COURT = "示例区人民法院";

    @Test
    @DisplayName("行政复议法第二十三条 复议前置的，写明应当先申请行政复议")
    void tellsThatReconsiderationComesFirst() {
        var notice = new RemedyNotice(RemedyMode.RECON_FIRST, List.of("示例市人民政府", "示例省司法厅"), COURT, null);
        assertThat(notice.text())
                .contains("应当先申请行政复议", "60日内向示例市人民政府或者示例省司法厅", "15日内向示例区人民法院")
                .doesNotContain("6个月", "互联网");
    }

    @Test
    @DisplayName("行政诉讼法第四十四条 也可以直接起诉")
    void tellsBothRemedies() {
        var notice = new RemedyNotice(RemedyMode.EITHER, List.of("示例市人民政府"), COURT, "https://fuyi.example.cn");
        assertThat(notice.text())
                .contains("60日内向示例市人民政府申请行政复议", "6个月内向示例区人民法院提起行政诉讼", "通过互联网提交：https://fuyi.example.cn")
                .doesNotContain("应当先");
    }

    @Test
    void procedureLettersCarryNone() {
        assertThat(new RemedyNotice(RemedyMode.NONE, List.of(), "", null).text())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RemedyNotice(RemedyMode.EITHER, List.of(), COURT, null));
    }

    private static List<String> organs(Organ organ) {
        return ReconsiderationOrgans.of(organ).stream().map(Choice::organ).toList();
    }

    private static Organ at(Position position) {
        return new Organ(position, "本机关", "本级政府", "上级政府", "上级部门", false, null);
    }

    @Test
    @DisplayName("行政复议法第二十四条至第二十八条 复议机关")
    void followsFromWhatTheOrganIs() {
        assertThat(organs(at(Position.LOCAL_DEPARTMENT))).containsExactly("本级政府");
        assertThat(organs(at(Position.LOCAL_GOVERNMENT))).containsExactly("上级政府");
        assertThat(organs(at(Position.PROVINCIAL_GOVERNMENT))).containsExactly("本机关");
        assertThat(organs(at(Position.DISPATCHED_OFFICE))).containsExactly("本级政府");
        assertThat(organs(at(Position.DISPATCHED_UNIT))).containsExactly("本级政府");
        assertThat(organs(at(Position.AUTHORIZED_ORG))).containsExactly("本级政府");
        assertThat(organs(at(Position.STATE_DEPARTMENT))).containsExactly("上级部门");
        assertThat(organs(new Organ(Position.STATE_DEPARTMENT, "某部", null, null, null, false, null)))
                .containsExactly("某部");
        assertThat(organs(at(Position.VERTICAL_ORGAN))).containsExactly("上级部门");
        assertThat(organs(new Organ(Position.DISPATCHED_UNIT, "分局", "市政府", null, null, false, "区政府")))
                .containsExactly("市政府", "区政府");
    }

    @Test
    @DisplayName("行政复议法第二十八条 司法行政部门有两个复议机关")
    void justiceDepartmentsHaveTwo() {
        var justice = new Organ(Position.LOCAL_DEPARTMENT, "示例市司法局", "示例市人民政府", null, "示例省司法厅", true, null);
        assertThat(ReconsiderationOrgans.of(justice))
                .containsExactly(new Choice("示例市人民政府", "行政复议法第二十八条"), new Choice("示例省司法厅", "行政复议法第二十八条"));
    }

    @Test
    void aMissingOrganIsAnError() {
        var orphan = new Organ(Position.LOCAL_DEPARTMENT, "孤儿局", null, null, null, false, null);
        assertThatIllegalArgumentException().isThrownBy(() -> ReconsiderationOrgans.of(orphan));
    }
}
