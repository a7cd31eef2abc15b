package gongkai.annualreport.reading;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.Cell;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "7", "251000", "0.3700", "-1", "12345678901234"})
    void aPlainNumberStandsAsItIs(String text) {
        assertThat(Figures.read(text))
                .isEqualTo(text.equals("0") ? Cell.ZERO : new Cell.Figure(new BigDecimal(text), null));
        assertThat(Figures.read("\u3000\u00a0" + text + "\n")).isEqualTo(Figures.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            １２ → 12
            1,234 → 1234
            1，234，567 → 1234567
            +2 → 2
            ＋2 → 2
            减3 → -3
            减少3 → -3
            增5 → 5
            3件 → 3
            251000元 → 251000
            0.37万元 → 0.37
            22（其中修订16件） → 22
            22(其中修订16件) → 22
            22件，其中修订16件 → 22
            007 → 7
            2 495 → 2495
            """)
    void aNumberWithMoreAroundItKeepsItsText(String text, String value) {
        assertThat(Figures.read(text)).isEqualTo(new Cell.Figure(new BigDecimal(value), text));
        assertThat(Figures.isValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00a0", "\u3000", "&nbsp;", "\u200b", " \u00a0\u3000\t"})
    void whiteSpaceOfAnyKindIsBlank(String text) {
        assertThat(Figures.read(text)).isEqualTo(Cell.BLANK);
        assertThat(Figures.isValue(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "—", "——", "-", "无", "12 34", "10+2", "5/3", "97%", "约5", "1,23", "12.", "1.2.3", "余5件", "详见附件"
            })
    void noNumberIsTakenWhereOneIsNotCertain(String text) {
        assertThat(Figures.read(text)).isEqualTo(new Cell.Words(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.", "2、", "3．", "1.属于国家秘密", "（一）予以公开", "2021年", "其他", "总计", "一、"})
    void numberingAndLabelsAreNoValues(String text) {
        assertThat(Figures.isValue(text)).isFalse();
    }

    @Test
    void aFigureBrokenByANarrowCellIsOneFigureButTwoFiguresSideBySideAreNone() {
        assertThat(Figures.read("12\n34")).isEqualTo(new Cell.Figure(new BigDecimal("1234"), "12 34"));
        assertThat(Figures.read("12 34")).isEqualTo(new Cell.Words("12 34"));
    }

    @Test
    void theMarkOfAMissingCellIsReadBack() {
        assertThat(Figures.read("〔缺〕")).isEqualTo(Cell.MISSING);
    }
}
