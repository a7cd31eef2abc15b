package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;

class FormTest {
    @Test
    void keepsWhatWasTypedBesideWhatIsWrong() {
        var form = Form.of(Map.of("name", " 张三 ")).wrong("name", "请填写全称").wrong("name", "不能有空格");
        assertThat(form.value("name")).isEqualTo(" 张三 ");
        assertThat(form.error("name")).isEqualTo("请填写全称；不能有空格");
        assertThat(form.rejected()).isTrue();
        assertThat(form.describedBy("name", "全称")).isEqualTo("h-name e-name");
    }

    @Test
    void keepsSeveralChoices() {
        var typed = new LinkedMultiValueMap<String, String>();
        typed.put("forms", List.of("paper", "disc"));
        assertThat(Form.of(typed).holds("forms", "disc")).isTrue();
        assertThat(Form.of(typed).holds("forms", "mail")).isFalse();
    }

    @Test
    void anEmptyFormHasNothingInItAndNothingWrongWithIt() {
        assertThat(Form.EMPTY.value("name")).isEmpty();
        assertThat(Form.EMPTY.rejected()).isFalse();
        assertThat(Form.EMPTY.describedBy("name", "")).isNull();
    }
}
