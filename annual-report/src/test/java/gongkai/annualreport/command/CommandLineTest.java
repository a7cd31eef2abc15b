package gongkai.annualreport.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    @Test
    void tellsOptionsFromFilesWhereverTheyStand() throws UsageException {
        var line = parse("a.docx", "--json", "--organ", "洛阳市 司法局", "--to=汇总=1.xlsx", "b.docx", "--", "-c.docx");
        assertThat(line.operands()).containsExactly("a.docx", "b.docx", "-c.docx");
        assertThat(line.has("--json")).isTrue();
        assertThat(line.value("--organ")).hasValue("洛阳市 司法局");
        assertThat(line.value("--to")).hasValue("汇总=1.xlsx");
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> parse("--jsn")).hasMessage("没有“--jsn”这个选项");
        assertThatThrownBy(() -> parse("--to")).hasMessage("选项 --to 后面缺少值");
        assertThatThrownBy(() -> parse("--json=1")).hasMessage("选项 --json 不带值");
        assertThatThrownBy(() -> parse("--to", "a", "--to", "b")).hasMessage("选项 --to 写了两次");
    }

    private static CommandLine parse(String... words) throws UsageException {
        return CommandLine.parse(List.of(words), Set.of("--json"), Set.of("--organ", "--to"));
    }
}
