package gongkai.annualreport.checking;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "")).resolve("../docs/report-rules.md");
    private static final String WRITE =
            "mvn -q -pl annual-report -Dtest=RuleCatalogueTest -Dgongkai.write-docs=true test";

    @Test
    void everyCodeStandsOnce() {
        assertThat(Rules.catalogue()).map(Declaration::code).doesNotHaveDuplicates();
    }

    @Test
    void everyRuleSaysWhatItRestsOn() {
        assertThat(Rules.catalogue())
                .allSatisfy(rule -> assertThat(rule.source()).isNotBlank())
                .allSatisfy(rule -> assertThat(rule.statement()).isNotBlank())
                .allSatisfy(rule -> assertThat(rule.message()).isNotBlank());
    }

    @Test
    void thePageIsWrittenFromTheDeclarations() throws IOException {
        if (Boolean.getBoolean("gongkai.write-docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page());
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/report-rules.md is stale; write it again with: " + WRITE)
                .isEqualTo(page());
    }

    private static String page() {
        return """
                # 年度报告校验规则

                本页由规则的声明生成，不要手改；重新生成：`%s`

                严重程度：`ERROR` 法律或者统一格式要求如此，不改不能提交；`WARN` 很可能有误，改正或者说明；`INFO` 提示，不必答复。
                “无法判断”（没有上年报告、空白格等）既不算通过，也不算问题。消息中的 `{…}` 填入具体数值。
                """.formatted(WRITE)
                + Arrays.stream(Rule.Chapter.values())
                        .map(RuleCatalogueTest::chapter)
                        .collect(Collectors.joining());
    }

    private static String chapter(Rule.Chapter chapter) {
        return "\n## " + chapter.title() + "\n\n| 代码 | 级别 | 格式 | 规则 | 消息 | 依据 |\n|---|---|---|---|---|---|\n"
                + Rules.catalogue().stream()
                        .filter(rule -> rule.chapter() == chapter)
                        .map(RuleCatalogueTest::line)
                        .collect(Collectors.joining());
    }

    private static String line(Declaration rule) {
        var formats = rule.formats().stream()
                .map(key -> ReportFormats.official().byKey(key).orElseThrow())
                .map(ReportFormat::name)
                .collect(Collectors.joining("、"));
        return "| `%s` | %s | %s | %s | %s | %s |\n"
                .formatted(
                        rule.code(),
                        rule.severity(),
                        formats.isEmpty() ? "全部" : formats,
                        cell(rule.statement()),
                        cell(rule.message()),
                        cell(rule.source()));
    }

    private static String cell(String text) {
        return text.replace("|", "\\|").replace("\n", " ");
    }
}
