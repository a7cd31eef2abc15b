package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanParametersTest {
    @Test
    void takesOutWhatNoKeyboardTypes() {
        assertThat(CleanParameters.clean("张\u0000三\u0007")).isEqualTo("张三");
        assertThat(CleanParameters.clean("\uFEFF示例市")).isEqualTo("示例市");
        assertThat(CleanParameters.clean("半\uD842个")).isEqualTo("半个");
        assertThat(CleanParameters.clean("\uFFFE\uFFFF\u0085")).isEmpty();
    }

    @Test
    void leavesWhatPeopleWrite() {
        assertThat(CleanParameters.clean("𠮷田\t第一行\r\n第二行\r第三行 😀")).isEqualTo("𠮷田\t第一行\n第二行\n第三行 😀");
    }

    @Property
    void isDoneOnce(@ForAll String text) {
        var clean = CleanParameters.clean(text);
        assertThat(CleanParameters.clean(clean)).isEqualTo(clean);
        assertThat(clean).doesNotContain("\u0000", "\r");
    }
}
