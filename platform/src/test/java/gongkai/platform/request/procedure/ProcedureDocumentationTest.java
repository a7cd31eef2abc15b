package gongkai.platform.request.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ProcedureDocumentationTest {
    private static final Path PAGE = Path.of(System.getProperty("basedir", "")).resolve("../docs/procedure.md");
    private static final String WRITE =
            "mvn -q -pl platform -Dtest=ProcedureDocumentationTest -Dgongkai.write-docs=true test";

    @Test
    void thePageIsWrittenFromTheDeclarations() throws IOException {
        if (Boolean.getBoolean("gongkai.write-docs")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/procedure.md is stale; write it again with: " + WRITE)
                .isEqualTo(page());
    }

    private static String page() {
        return """
                # 依申请公开的程序

                本页由程序的声明生成，不要手改；重新生成：`%s`

                “REGISTERED”可以办理“IN_PROGRESS”可以办理的各项。延长答复期限只是标志，不改变状态。收到当日不计；最后一日算在期限内；逾期的步骤自次日起才能办理。
                """.formatted(WRITE)
                + "\n## 步骤\n\n| 标识 | 步骤 | 条款 | 可以从哪些状态办理 |\n|---|---|---|---|\n"
                + Arrays.stream(StepType.values())
                        .map(ProcedureDocumentationTest::step)
                        .collect(Collectors.joining())
                + "\n## 状态\n\n| 标识 | 状态 |\n|---|---|\n"
                + Arrays.stream(RequestState.values())
                        .map(state -> "| `%s` | %s |\n".formatted(state, state.label()))
                        .collect(Collectors.joining())
                + "\n## 期限\n\n" + terms()
                + "\n## 处理决定\n\n| 标识 | 决定 | 条款 | 表三行 | 答复书须写明 | 须存卷 | 救济 | 文书 |\n|---|---|---|---|---|---|---|---|\n"
                + Arrays.stream(DecisionType.values())
                        .map(ProcedureDocumentationTest::decision)
                        .collect(Collectors.joining())
                + "\n## 文书\n\n| 码 | 文书 | 特有内容 |\n|---|---|---|\n"
                + Arrays.stream(LetterKind.values())
                        .map(letter -> "| %s | %s | %s |\n"
                                .formatted(letter.code(), letter.title(), String.join("、", letter.fields())))
                        .collect(Collectors.joining());
    }

    private static String step(StepType type) {
        var from = type.from().size() == RequestState.values().length
                ? "任何状态"
                : type.from().stream().sorted().map(Enum::name).collect(Collectors.joining("、"));
        return "| `%s` | %s | %s | %s |\n".formatted(type.identifier(), type.label(), type.article(), from);
    }

    private static String decision(DecisionType type) {
        return "| `%s` | %s | %s | `%s` | %s | %s | %s | %s |\n"
                .formatted(
                        type,
                        type.label(),
                        type.article(),
                        type.row().key(),
                        type.mustState(),
                        String.join("、", type.papers()),
                        type.remedy(java.util.List.of()).label(),
                        type.letter().code());
    }

    private static String terms() {
        var terms = Terms.on(LocalDate.of(2026, 1, 1));
        return """
                自 %s 起，单位为工作日：答复 %d，延长至多 %d，告知补正 %d，第三方和其他机关提出意见 %d，缴费 %d，主动公开 %d；补正期限默认 %d。

                | 期限 | 条款 |
                |---|---|
                """.formatted(
                                terms.inForceFrom(),
                                terms.answer(),
                                terms.extension(),
                                terms.correctionNotice(),
                                terms.opinion(),
                                terms.payment(),
                                terms.publication(),
                                terms.usualCorrection())
                + Arrays.stream(Deadlines.Kind.values())
                        .map(kind -> "| %s | %s |\n".formatted(kind.label(), kind.article()))
                        .collect(Collectors.joining());
    }
}
