package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void takesOutWhatNoKeyboardTypes() {
        assertThat(CleanText.of("张\u0000三\u0007")).isEqualTo("张三");
        assertThat(CleanText.of("\uFEFF示例市")).isEqualTo("示例市");
        assertThat(CleanText.of("张\u202Egnp.三\u2066")).isEqualTo("张gnp.三");
        assertThat(CleanText.of("半\uD842个")).isEqualTo("半个");
        assertThat(CleanText.of("\uFFFE\uFFFF\u0085")).isEmpty();
    }

    @Test
    void leavesWhatPeopleWrite() {
        assertThat(CleanText.of("𠮷田\t第一行\r\n第二行\r第三行 😀")).isEqualTo("𠮷田\t第一行\n第二行\n第三行 😀");
    }

    @Property
    void isDoneOnce(@ForAll String text) {
        var clean = CleanText.of(text);
        assertThat(CleanText.of(clean)).isEqualTo(clean);
        assertThat(clean).doesNotContain("\u0000", "\r");
    }
}
