package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "javascript:alert(1)",
                "",
                "/a\r\nSet-Cookie: x",
                "office",
                "/ office"
            })
    void leadsNowhereElse(String address) {
        assertThat(LocalPath.of(address)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/office", "/office/people?q=%E5%BC%A0&page=2#list"})
    void leadsToOurPages(String address) {
        assertThat(LocalPath.of(address)).isEqualTo(address);
    }
}
