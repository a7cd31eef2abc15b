package gongkai.platform.register;

import static gongkai.platform.files.HostileWorkbook.SHEET;
import static gongkai.platform.files.HostileWorkbook.cell;
import static gongkai.platform.files.HostileWorkbook.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.register.OrganTable.Unreadable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("攻击：导入机构的文件")
class OrganFilesAttackTest {
    private static final String TITLES = cell("A1", "机构代码") + cell("B1", "全称");
    private static final int LONG = 4_000_000;
    private static final Duration A_HANG = Duration.ofMinutes(5);

    @Test
    void readsTheWorkbookAllAttacksAreMadeFrom() throws Exception {
        var table = OrganTableReader.read(workbook(SHEET.formatted(TITLES, cell("A2", "d1") + cell("B2", "示例局"))));
        assertThat(table.rows())
                .singleElement()
                .extracting(row -> row.cell("全称"))
                .isEqualTo("示例局");
    }

    @Test
    void textThatIsSlowToReadIsNot() {
        for (var text : new String[] {
            "全称" + "（".repeat(LONG),
            "机构代码,全称\na" + "\"".repeat(LONG),
            "机构代码,全称\n" + " ".repeat(LONG) + "\"x\"",
            "全称," + ",".repeat(LONG)
        }) {
            // Of the processor, not of the clock: a machine that is busy with other things is no fault of the reader.
            assertThat(Assertions.assertTimeoutPreemptively(A_HANG, () -> processorTime(text)))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Duration processorTime(String text) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        try {
            OrganTableReader.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            assertThat(e).hasMessageContaining("，");
        }
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    @Test
    void linesWithoutEndAreCounted() {
        assertThatThrownBy(() -> OrganTableReader.read(("全称\n" + "\n".repeat(LONG)).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("行数过多");
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsNotUnpacked() throws IOException {
        var bomb = workbook(SHEET.formatted(TITLES, cell("A2", "A".repeat(60 << 20))));
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> OrganTableReader.read(bomb))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("解开后过大");
    }

    @Test
    void nothingOutsideTheWorkbookIsRead(@TempDir Path directory) throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "绝密");
        var entity = "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + SHEET.formatted(TITLES, cell("A2", "d1") + cell("B2", "&x;"));
        assertThatThrownBy(() -> {
                    var table = OrganTableReader.read(workbook(entity));
                    assertThat(table.rows().toString()).doesNotContain("绝密");
                    throw new Unreadable("the entity was left out");
                })
                .isInstanceOf(Unreadable.class);
    }

    @Test
    void cellsThatCannotBeAreAnsweredInWords() throws IOException {
        for (var cells : new String[] {
            "<c r=\"ZZZZZZZZ2\"><v>1</v></c>",
            "<c r=\"-1\"><v>1</v></c>",
            "<c r=\"B2\" t=\"s\"><v>99999</v></c>",
            "<c><v>x</v></c>"
        }) {
            var book = workbook(SHEET.formatted(TITLES, cells));
            try {
                OrganTableReader.read(book);
            } catch (Unreadable e) {
                assertThat(e).as(cells).hasMessageMatching(".*[，。].*");
            }
        }
    }

    @Test
    void aNumberOfABillionDigitsIsNotWrittenOut() throws Exception {
        var table = OrganTableReader.read(
                workbook(SHEET.formatted(TITLES, cell("A2", "d1") + "<c r=\"B2\"><v>1e999999999</v></c>")));
        assertThat(table.rows().getFirst().cell("全称")).isEqualTo("1E+999999999");
    }
}
