package gongkai.platform.review;

import static gongkai.platform.files.HostileWorkbook.SHEET;
import static gongkai.platform.files.HostileWorkbook.cell;
import static gongkai.platform.files.HostileWorkbook.workbook;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Old registers that were not made to be read. */
class OldRegisterAttackTest {
    private static final String TITLES = titles();

    @Test
    void aRegisterThatUnpacksToTooMuchIsNotUnpacked() throws Exception {
        var bomb = workbook(SHEET.formatted(TITLES, cell("A2", "A".repeat(60 << 20))));
        assertThatThrownBy(() -> OldRegister.read(bomb))
                .isInstanceOf(OldRegister.UnreadableException.class)
                .hasMessageContaining("解开后过大");
    }

    @Test
    void cellsThatCannotBeAreAnsweredInWords() throws Exception {
        for (var cells : new String[] {
            "<c r=\"ZZZZZZZZ2\"><v>1</v></c>",
            "<c r=\"-1\"><v>1</v></c>",
            "<c r=\"B2\" t=\"s\"><v>99999</v></c>",
            "<c r=\"B2\"><v>1e999999999</v></c>"
        }) {
            var book = workbook(SHEET.formatted(TITLES, cells));
            try {
                OldRegister.read(book);
            } catch (OldRegister.UnreadableException e) {
                assertThat(e).as(cells).hasMessageMatching(".*[，。].*");
            }
        }
    }

    @Test
    void marksThatTurnTheReadingRoundAreLeftOut() throws Exception {
        var register = OldRegister.read(workbook(SHEET.formatted(TITLES, cell("F2", "张\u202e三𠮷"))));
        assertThat(register.rows().getFirst().cell(OldRegister.NAME)).isEqualTo("张三𠮷");
    }

    private static String titles() {
        var titles = new StringBuilder();
        for (int i = 0; i < OldRegister.COLUMNS.size(); i++) {
            titles.append(cell((char) ('A' + i) + "1", OldRegister.COLUMNS.get(i)));
        }
        return titles.toString();
    }
}
