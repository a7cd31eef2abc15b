package gongkai.platform.request.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
        var notice = new RemedyNotice(RemedyMode.RECON_FIRST, List.of("示例市人民政府", "示例省司法厅"), COURT, null, false);
        assertThat(notice.text())
                .contains("应当先申请行政复议", "60日内向示例市人民政府或者示例省司法厅", "15日内向示例区人民法院")
                .doesNotContain("6个月", "互联网");
    }

    @Test
    @DisplayName("行政诉讼法第四十四条 也可以直接起诉")
    void tellsBothRemedies() {
        var notice = new RemedyNotice(RemedyMode.EITHER, List.of("示例市人民政府"), COURT, "https://fuyi.example.cn", false);
        assertThat(notice.text())
                .contains("60日内向示例市人民政府申请行政复议", "6个月内向示例区人民法院提起行政诉讼", "通过互联网提交：https://fuyi.example.cn")
                .doesNotContain("应当先");
    }

    @Test
    @DisplayName("行政复议法第二十六条 省级政府、国务院部门对自己的行为作出复议决定的，也可以向国务院申请裁决")
    void tellsOfTheRulingByTheStateCouncil() {
        var notice = new RemedyNotice(RemedyMode.RECON_FIRST, List.of("示例省人民政府"), COURT, null, true);
        assertThat(notice.text()).contains("15日内向示例区人民法院提起行政诉讼，也可以向国务院申请裁决。");
    }

    @Test
    void procedureLettersCarryNone() {
        assertThat(new RemedyNotice(RemedyMode.NONE, List.of(), "", null, false).text())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RemedyNotice(RemedyMode.EITHER, List.of(), COURT, null, false));
    }
}
