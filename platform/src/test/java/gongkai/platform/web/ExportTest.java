package gongkai.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportTest {
    private record Case(String title, int pieces, @Nullable LocalDate due) {}

    private static final List<Column<Case>> COLUMNS =
            List.of(Column.of("标题", Case::title), Column.of("件数", Case::pieces), Column.of("期限", Case::due));

    @Test
    void csvOpensInASpreadsheetWithItsChinese() throws IOException {
        var text = new String(
                bytes("csv", new Case("关于\"拆迁\",补偿", -3, LocalDate.of(2026, 11, 6))), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo("\uFEFF标题,件数,期限\r\n\"关于\"\"拆迁\"\",补偿\",-3,2026-11-06\r\n");
    }

    @Test
    void aTitleThatLooksLikeAFormulaIsText() throws IOException {
        for (var evil : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1")) {
            assertThat(Export.text(evil)).isEqualTo("'" + evil);
        }
        assertThat(Export.text("1-1=0")).isEqualTo("1-1=0");
        var sheet = rows(bytes("xlsx", new Case("=HYPERLINK(\"http://evil\")", 1, null)));
        assertThat(sheet.get(1)).isEqualTo("'=HYPERLINK(\"http://evil\")|1");
    }

    @Test
    void xlsxKeepsNumbersAndDays() throws IOException {
        var sheet = rows(bytes("xlsx", new Case("关于拆迁", 12, LocalDate.of(2026, 11, 6))));
        assertThat(sheet).containsExactly("标题|件数|期限", "关于拆迁|12|46332.0");
    }

    @Test
    void aTimeIsTheTimeInShanghai() {
        assertThat(Export.text(Instant.parse("2026-11-06T16:30:00Z"))).isEqualTo("2026-11-07 00:30");
        assertThat(Export.text(true)).isEqualTo("是");
        assertThat(Export.text(null)).isEmpty();
    }

    @Test
    void writesNoOtherKindOfFile() {
        assertThatThrownBy(() -> Export.of("pdf", "清单", COLUMNS, Stream.of())).isInstanceOf(Refusal.class);
    }

    private static byte[] bytes(String kind, Case... cases) throws IOException {
        var out = new ByteArrayOutputStream();
        Export.of(kind, "清单", COLUMNS, Stream.of(cases)).write(out);
        return out.toByteArray();
    }

    private static List<String> rows(byte[] file) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getRawValue() == null ? "" : cell.getRawValue())
                            .reduce((one, other) -> one + "|" + other)
                            .orElse(""))
                    .toList();
        }
    }
}
