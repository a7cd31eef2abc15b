package gongkai.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReportFormatsTest {
    private final ReportFormats formats = ReportFormats.official();

    @Test
    @DisplayName("60号 198 格，30号 200 格")
    void haveTheirNumberOfCells() {
        assertThat(formats.byKey("2019").orElseThrow().cells()).hasSize(198).doesNotHaveDuplicates();
        assertThat(formats.byKey("2021").orElseThrow().cells()).hasSize(200).doesNotHaveDuplicates();
    }

    @Test
    void areInForceForTheirYears() {
        assertThat(formats.forYear(2018)).isEmpty();
        assertThat(formats.forYear(2020).orElseThrow().key()).isEqualTo("2019");
        assertThat(formats.forYear(2021).orElseThrow().key()).isEqualTo("2021");
        assertThat(formats.forYear(2030).orElseThrow().key()).isEqualTo("2021");
    }

    @Test
    void aSingleRowTakesThePlaceOfTheRowsItStandsFor() {
        var format = formats.byKey("2021").orElseThrow();
        assertThat(format.cells(List.of(CellKey.of("t3.other_total.total"))))
                .hasSize(186)
                .contains(CellKey.of("t3.other_total.natural"))
                .doesNotContain(CellKey.of("t3.other_misc.total"));
    }
}
